import * as E from 'fp-ts/lib/Either.js'
import { concat, firstValueFrom, from, NEVER, of, repeat, Subject, take, throwError, toArray } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { completed, copyBuffer, enqueue, Command, Flow, readBuffer, ready, writeBuffer } from '../../src/index.ts'
import { bytes, left, recorded, turn } from './fixture.ts'

const data = bytes(1, 2, 3, 4)

describe('a flow carries enqueued values', () => {
  it('submits n chained commands in one batch, before the first completes', async () => {
    const { backend, queue, buffer } = recorded()
    let flow = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    for (let i = 0; i < 9; i += 1) flow = flow.pipe(copyBuffer(queue, buffer()))
    const seen: unknown[] = []
    flow.subscribe((either) => seen.push(either))
    await turn()
    expect(backend.batches.map((batch) => batch.length)).toEqual([10])
    expect(seen).toHaveLength(1)
  })

  it('puts upstream events on the wait list of an out-of-order queue', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer())).subscribe()
    await turn()
    const [write, copy] = backend.submissions
    expect(write?.waits).toEqual([])
    expect(copy?.waits).toEqual([write?.event])
  })

  it('leaves out the waits that an in-order queue implies', async () => {
    const { backend, queue, buffer } = recorded()
    of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer())).subscribe()
    await turn()
    expect(backend.submissions.map(({ waits }) => waits)).toEqual([[], []])
  })

  it('emits what a read brings only when it has come', async () => {
    const { backend, queue, buffer } = recorded()
    const seen: unknown[] = []
    ready(buffer()).pipe(readBuffer(queue, { size: 4 })).subscribe((either) => seen.push(either))
    await turn()
    expect(seen).toEqual([])
    backend.settleAll()
    expect(seen).toEqual([E.right(new Uint8Array(4))])
  })

  it('emits reads in the order of their sources, however they end', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    const sizes: number[] = []
    from([buffer(4), buffer(8)])
      .pipe(Flow.lift(), Flow.flatMap(ready), readBuffer(queue))
      .subscribe((either) => E.isRight(either) && sizes.push(either.right.length))
    await turn()
    const [first, second] = backend.submissions
    backend.settle(second?.event ?? 0)
    expect(sizes).toEqual([])
    backend.settle(first?.event ?? 0)
    expect(sizes).toEqual([4, 8])
  })
})

describe('a command flow is a node of the graph', () => {
  it('enqueues the top of a diamond once', async () => {
    const { backend, queue, buffer } = recorded()
    const top$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    Flow.combineLatest([top$.pipe(copyBuffer(queue, buffer())), top$.pipe(copyBuffer(queue, buffer()))]).subscribe()
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer', 'CopyBuffer', 'CopyBuffer'])
  })

  it('brings every value of a burst to every branch, short or long', async () => {
    const { backend, queue, buffer } = recorded()
    const written$ = from([data, data, data]).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    const copied$ = written$.pipe(copyBuffer(queue, buffer()), copyBuffer(queue, buffer()))
    const results: unknown[] = []
    Flow.zip([copied$, written$]).subscribe((either) => results.push(either))
    await turn()
    expect(backend.tags).toHaveLength(9)
    expect(results).toHaveLength(3)
    expect(results.every((either) => E.isRight(either as never))).toBe(true)
  })

  it('takes one value through the graph before the next enters it', async () => {
    const { backend, queue, buffer } = recorded()
    from([data, data]).pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer())).subscribe()
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer', 'CopyBuffer', 'WriteBuffer', 'CopyBuffer'])
  })

  it('gives a late subscriber the latest, without a command', async () => {
    const { backend, queue, buffer } = recorded()
    const written$ = concat(of(data), NEVER).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    written$.subscribe()
    await turn()
    const late: unknown[] = []
    written$.subscribe((either) => late.push(either))
    expect(late).toHaveLength(1)
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer'])
  })

  it('completes when its source has and its commands have settled, not before', async () => {
    const { backend, queue, buffer } = recorded()
    const source$ = new Subject<Uint8Array>()
    let isComplete = false
    source$.pipe(Flow.lift(), writeBuffer(queue, buffer())).subscribe({ complete: () => (isComplete = true) })
    source$.next(data)
    await turn()
    backend.settleAll()
    expect(isComplete).toBe(false)
    source$.next(data)
    source$.complete()
    await turn()
    expect(isComplete).toBe(false)
    backend.settleAll()
    expect(isComplete).toBe(true)
  })

  it('runs anew for a subscription after it has completed', async () => {
    const { backend, queue, buffer } = recorded()
    const written$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    let completions = 0
    written$.pipe(repeat(2)).subscribe({ complete: () => (completions += 1) })
    await turn()
    backend.settleAll()
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer', 'WriteBuffer'])
    backend.settleAll()
    expect(completions).toBe(1)
  })

  it('enqueues nothing for one who leaves before the end of the turn', async () => {
    const { backend, queue, buffer } = recorded()
    const written$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer()))
    written$.subscribe().unsubscribe()
    await turn()
    expect(backend.tags).toEqual([])
    written$.subscribe()
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer', 'CopyBuffer'])
  })

  it('still runs a command that was enqueued when its listener left, and keeps its operands until it has settled', async () => {
    const { backend, queue, buffer } = recorded()
    const target = buffer()
    await firstValueFrom(of(data).pipe(Flow.lift(), writeBuffer(queue, target), take(1)))
    target.release()
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer'])
    expect(backend.released).toEqual([])
    backend.settleAll()
    expect(backend.released).toHaveLength(1)
  })

  it('leaves its source when its last listener has left', async () => {
    const { queue, buffer } = recorded()
    const source$ = new Subject<Uint8Array>()
    const copied$ = source$.pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer()))
    const first = copied$.subscribe()
    const second = copied$.subscribe()
    first.unsubscribe()
    expect(source$.observed).toBe(true)
    second.unsubscribe()
    expect(source$.observed).toBe(false)
  })

  it('passes a defect of its source down the error channel, and runs anew afterwards', async () => {
    const { backend, queue, buffer } = recorded()
    const defect = new Error('defect')
    const failing$ = throwError(() => defect).pipe(Flow.lift<Uint8Array>(), writeBuffer(queue, buffer()))
    const errors: unknown[] = []
    const copied$ = failing$.pipe(copyBuffer(queue, buffer()))
    copied$.subscribe({ error: (error) => errors.push(error) })
    await turn()
    copied$.subscribe({ error: (error) => errors.push(error) })
    await turn()
    expect(errors).toEqual([defect, defect])
    expect(backend.tags).toEqual([])
  })

  it('connects, delivers and leaves a chain that is deeper than the call stack', async () => {
    const { backend, queue, buffer } = recorded()
    const a = buffer()
    const b = buffer()
    let flow = of(data).pipe(Flow.lift(), writeBuffer(queue, a))
    for (let i = 0; i < 50_000; i += 1) flow = flow.pipe(copyBuffer(queue, i % 2 === 0 ? b : a))
    let isComplete = false
    flow.subscribe({ complete: () => (isComplete = true) })
    await turn()
    expect(backend.submissions).toHaveLength(50_001)
    backend.settleAll()
    expect(isComplete).toBe(true)
    flow.subscribe().unsubscribe()
  })
})

describe('a Left travels', () => {
  it('passes without a command, and the stream goes on', async () => {
    const { backend, queue, buffer } = recorded()
    const target = buffer(4)
    const seen: string[] = []
    from([data, new Uint8Array(5), data])
      .pipe(Flow.lift(), writeBuffer(queue, target), copyBuffer(queue, buffer(4)))
      .subscribe((either) => seen.push(E.isRight(either) ? 'right' : either.left._tag))
    await turn()
    expect(seen).toEqual(['right', 'CL_INVALID_VALUE', 'right'])
    expect(backend.tags).toEqual(['WriteBuffer', 'CopyBuffer', 'WriteBuffer', 'CopyBuffer'])
  })

  it('comes from the operand and from waitFor too', async () => {
    const { backend, queue, buffer } = recorded()
    const source$ = of(data).pipe(Flow.lift())
    const byOperand = await firstValueFrom(source$.pipe(writeBuffer(queue, Flow.left('no buffer' as const))))
    const byWait = await firstValueFrom(
      source$.pipe(writeBuffer(queue, buffer(), { waitFor: [Flow.left('no gate' as const)] })),
    )
    expect([left(byOperand), left(byWait)]).toEqual(['no buffer', 'no gate'])
    await turn()
    expect(backend.tags).toEqual([])
  })

  it('keeps its place among reads', async () => {
    const { backend, queue, buffer } = recorded()
    const seen: string[] = []
    from([buffer(4), buffer(1), buffer(4)])
      .pipe(Flow.lift(), Flow.flatMap(ready), readBuffer(queue, { size: 4 }))
      .subscribe((either) => seen.push(E.isRight(either) ? 'right' : either.left._tag))
    await turn()
    expect(seen).toEqual([])
    backend.settleAll()
    expect(seen).toEqual(['right', 'CL_INVALID_VALUE', 'right'])
  })
})

describe('the wait list is what is combined', () => {
  it('gates on the host what any other observable has to say first', async () => {
    const { backend, queue, buffer } = recorded()
    const gate$ = new Subject<void>()
    of(data).pipe(Flow.lift(), writeBuffer(queue, buffer(), { waitFor: [gate$] })).subscribe()
    await turn()
    expect(backend.tags).toEqual([])
    gate$.next()
    await turn()
    expect(backend.tags).toEqual(['WriteBuffer'])
  })

  it('never enqueues, and completes, when a gate completes without a word', async () => {
    const { backend, queue, buffer } = recorded()
    const seen = await firstValueFrom(
      of(data).pipe(Flow.lift(), writeBuffer(queue, buffer(), { waitFor: [of<never[]>().pipe()] }), toArray()),
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

describe('a failed event fails its waiters', () => {
  it('names the failure that began it as the cause', async () => {
    const { backend, queue, buffer } = recorded({ outOfOrder: true })
    const results: unknown[] = []
    of(data)
      .pipe(Flow.lift(), writeBuffer(queue, buffer()), copyBuffer(queue, buffer()), completed())
      .subscribe((either) => results.push(either))
    await turn()
    const [write, copy] = backend.submissions
    backend.settle({ event: write?.event ?? 0, status: -5 })
    backend.settle({ event: copy?.event ?? 0, status: -14, cause: write?.event ?? 0 })
    expect(results).toMatchObject([
      {
        _tag: 'Left',
        left: {
          _tag: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST',
          status: -14,
          command: 'CopyBuffer',
          origin: 'execution',
          cause: { _tag: 'CL_OUT_OF_RESOURCES', status: -5, command: 'WriteBuffer' },
        },
      },
    ])
  })

  it('tells the backend of a failure that came before the command', async () => {
    const { backend, queue, buffer } = recorded()
    const source$ = new Subject<void>()
    const written$ = of(data).pipe(Flow.lift(), writeBuffer(queue, buffer()))
    let event: unknown
    const gated$ = concat(written$, NEVER).pipe(copyBuffer(queue, buffer(), { waitFor: [source$] }))
    written$.subscribe((either) => (event = E.isRight(either) && either.right.event))
    gated$.subscribe()
    await turn()
    backend.settle({ event: backend.submissions[0]?.event ?? 0, status: -5 })
    source$.next()
    await turn()
    expect(event).toBeTruthy()
    expect(backend.submissions[1]).toMatchObject({ waits: [], failedWait: backend.submissions[0]?.event })
  })
})
