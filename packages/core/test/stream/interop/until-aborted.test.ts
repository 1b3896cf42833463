import * as E from 'fp-ts/lib/Either.js'
import { of, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, untilAborted, writeBuffer } from '../../../src/index.ts'
import { bytes, recorded, turn } from '../fixture.ts'

/** What comes of a source and a signal that the test plays. */
const scene = (onAbort?: (reason: unknown) => unknown) => {
  const controller = new AbortController()
  const source$ = new Subject<E.Either<'own', number>>()
  const seen: unknown[] = []
  const flow$ = source$.pipe(untilAborted(controller.signal, onAbort))
  return {
    controller,
    source$,
    seen,
    run: () =>
      flow$.subscribe({
        next: (either) => {
          seen.push(either)
          if (E.isLeft(either) && either.left !== 'own') seen.push(source$.observed ? 'observed' : 'left')
        },
        complete: () => seen.push('complete'),
      }),
  }
}

describe('untilAborted', () => {
  it('passes what comes before, then gives a Left with the reason and ends, with the flow left before', () => {
    const { controller, source$, seen, run } = scene()
    run()
    source$.next(E.right(1))
    source$.next(E.left('own'))
    controller.abort('enough')
    expect(seen).toEqual([E.right(1), E.left('own'), E.left({ _tag: 'Aborted', reason: 'enough' }), 'left', 'complete'])
  })

  it('does not subscribe when the signal is aborted already', () => {
    const { controller, seen, run } = scene()
    controller.abort('before')
    run()
    expect(seen).toEqual([E.left({ _tag: 'Aborted', reason: 'before' }), 'left', 'complete'])
  })

  it('gives what onAbort makes of the reason', () => {
    const { controller, seen, run } = scene((reason) => `stopped: ${String(reason)}`)
    run()
    controller.abort('enough')
    expect(seen).toEqual([E.left('stopped: enough'), 'left', 'complete'])
  })

  it.each(['completed', 'been unsubscribed'])('gives nothing when the flow has %s', (how) => {
    const { controller, source$, seen, run } = scene()
    const subscription = run()
    if (how === 'completed') source$.complete()
    else subscription.unsubscribe()
    controller.abort()
    expect(seen).toEqual(how === 'completed' ? ['complete'] : [])
  })

  it('listens to the signal while it is subscribed and no longer', () => {
    const listeners = new Set<() => void>()
    const signal = {
      aborted: false,
      addEventListener: (_type: 'abort', listener: () => void) => listeners.add(listener),
      removeEventListener: (_type: 'abort', listener: () => void) => listeners.delete(listener),
    }
    const source$ = new Subject<E.Either<never, number>>()
    const subscription = source$.pipe(untilAborted(signal)).subscribe()
    expect(listeners.size).toBe(1)
    subscription.unsubscribe()
    expect(listeners.size).toBe(0)
    Flow.right(1).pipe(untilAborted(signal)).subscribe()
    expect(listeners.size).toBe(0)
  })

  it('lets enqueued commands run, and enqueues no more', async () => {
    const { backend, queue, buffer } = recorded()
    const controller = new AbortController()
    const data$ = new Subject<Uint8Array>()
    data$.pipe(Flow.lift(), writeBuffer(queue, buffer()), untilAborted(controller.signal)).subscribe()
    await turn()
    data$.next(bytes(1))
    await turn()
    controller.abort()
    data$.next(bytes(2))
    await turn()
    expect([backend.tags, backend.released]).toEqual([['WriteBuffer'], []])
  })

  it('passes the error of the flow', () => {
    const seen: unknown[] = []
    const fail$ = of(E.left(new Error('defect'))).pipe(Flow.orThrow(), Flow.lift())
    fail$
      .pipe(untilAborted(new AbortController().signal))
      .subscribe({ error: (defect: Error) => seen.push(defect.message) })
    expect(seen).toEqual(['defect'])
  })
})
