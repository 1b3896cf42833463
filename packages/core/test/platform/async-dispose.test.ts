import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, writeBuffer } from '../../src/index.ts'
import { bytes, recorded, right, turn } from '../stream/fixture.ts'

/** Whether a promise has resolved, looked at between turns. */
const watch = (promise: PromiseLike<void>) => {
  const seen = { isResolved: false }
  void promise.then(() => (seen.isResolved = true))
  return seen
}

describe('await using a context', () => {
  it('resolves when the enqueued commands have settled and the backend has everything back', async () => {
    const { backend, context, queue, buffer } = recorded()
    of(bytes(1)).pipe(Flow.lift(), writeBuffer(queue, buffer())).subscribe()
    await turn()
    const seen = watch(context[Symbol.asyncDispose]())
    await turn()
    expect([seen.isResolved, backend.released]).toEqual([false, []])
    backend.settleAll()
    await turn()
    expect([seen.isResolved, backend.released]).toEqual([true, ['buffer 2', 'queue 1', 'context']])
  })

  it('resolves at once where nothing runs, and each time', async () => {
    const { backend, context } = recorded()
    await context[Symbol.asyncDispose]()
    await context[Symbol.asyncDispose]()
    expect(backend.released).toEqual(['queue 1', 'context'])
  })

  it('releases at once: nothing more is made or enqueued', async () => {
    const { context } = recorded()
    const disposed = context[Symbol.asyncDispose]()
    expect(context.createBuffer({ size: 4 })).toMatchObject({ left: { _tag: 'CL_INVALID_CONTEXT' } })
    await disposed
  })

  it('waits after a release too', async () => {
    const { backend, context, queue, buffer } = recorded()
    const gate = right(context.createUserEvent())
    of(bytes(1))
      .pipe(Flow.lift(), writeBuffer(queue, buffer(), { waitFor: [gate] }))
      .subscribe()
    await turn()
    context.release()
    const first = watch(context[Symbol.asyncDispose]())
    const second = watch(context[Symbol.asyncDispose]())
    await turn()
    expect([first, second]).toEqual([{ isResolved: false }, { isResolved: false }])
    backend.settleAll()
    await turn()
    expect([first, second]).toEqual([{ isResolved: true }, { isResolved: true }])
  })
})
