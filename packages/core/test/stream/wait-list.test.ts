import * as E from 'fp-ts/lib/Either.js'
import { EMPTY, firstValueFrom, of, Subject, toArray } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { copyBuffer, enqueue, Command, Flow, readBuffer, ready, writeBuffer } from '../../src/index.ts'
import { bytes, recorded, turn } from './fixture.ts'

const data = bytes(1, 2, 3, 4)

describe('the wait list is what is combined', () => {
  it('gates on the host what any other observable has to say first', async () => {
    const { backend, queue, buffer } = recorded()
    const gate$ = new Subject<void>()
    of(data)
      .pipe(Flow.lift(), writeBuffer(queue, buffer(), { waitFor: [gate$] }))
      .subscribe()
    await turn()
    expect(backend.tags).toEqual([])
    gate$.next()
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer'])
  })

  it('never enqueues, and completes, when a gate completes without a word', async () => {
    const { backend, queue, buffer } = recorded()
    const seen = await firstValueFrom(
      of(data).pipe(Flow.lift(), writeBuffer(queue, buffer(), { waitFor: [EMPTY] }), toArray()),
    )
    expect(seen).toEqual([])
    expect(backend.tags).toEqual([])
  })

  it('takes an operand that is a flow, with its event', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    const target$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    ready(buffer()).pipe(copyBuffer(queue, target$)).subscribe()
    await turn()
    const [write, copy] = backend.submissions
    expect(copy?.command._tag).toBe('CopyBuffer')
    expect(copy?.waits).toEqual([write?.event])
  })

  it('stands for all parts of a tuple', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    const a$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    const b$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    Flow.combineLatest([a$, b$])
      .pipe(
        Flow.map(({ event, value: [buffer_] }) => ({ event, value: buffer_ })),
        readBuffer(queue),
      )
      .subscribe()
    await turn()
    const [a, b, read] = backend.submissions
    expect(read?.waits).toEqual([a?.event, b?.event])
  })

  it('tells a marker with a wait list from one without', async () => {
    const { backend, context, queue } = recorded()
    const event = context.createUserEvent()
    if (E.isLeft(event)) throw new Error('no event')
    enqueue(queue, Command.marker(), { waitFor: [event.right] }).subscribe()
    enqueue(queue, Command.marker()).subscribe()
    await turn()
    expect(backend.submissions.map(({ command }) => command)).toEqual([
      { _tag: 'Marker', hasWaitList: true },
      { _tag: 'Marker', hasWaitList: false },
    ])
  })
})
