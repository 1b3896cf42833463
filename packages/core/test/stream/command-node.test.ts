import * as E from 'fp-ts/lib/Either.js'
import { concat, firstValueFrom, from, NEVER, of, repeat, Subject, take, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { copyBuffer, Flow, writeBuffer } from '../../src/index.ts'
import { type Buffers, bytes, recorded, turn } from './fixture.ts'

const data = bytes(1, 2, 3, 4)

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
    let flow: Buffers = of(data).pipe(Flow.lift(), writeBuffer(queue, a))
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
