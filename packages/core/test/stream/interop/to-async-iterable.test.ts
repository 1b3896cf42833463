import { Readable } from 'node:stream'
import * as E from 'fp-ts/lib/Either.js'
import { concatWith, defer, EMPTY, map, of, range, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { bounded, Flow, pull, toAsyncIterable } from '../../../src/index.ts'
import { turn } from '../fixture.ts'

const take = async <A>(iterable: AsyncIterable<A>, count = Number.POSITIVE_INFINITY): Promise<readonly A[]> => {
  const taken: A[] = []
  for await (const value of iterable) {
    taken.push(value)
    if (taken.length === count) break
  }
  return taken
}

describe('toAsyncIterable', () => {
  it('gives what the flow emits, Lefts too, to the end', async () => {
    const flow$ = of(E.right(1), E.left('two'), E.right(3))
    expect(await take(toAsyncIterable(flow$))).toEqual([E.right(1), E.left('two'), E.right(3)])
  })

  it('rejects with the error of the flow, after what came before, and has then ended', async () => {
    const flow$ = of(1).pipe(concatWith(throwError(() => new Error('defect'))))
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    expect(await iterator.next()).toEqual({ done: false, value: 1 })
    await expect(iterator.next()).rejects.toThrow('defect')
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
  })

  it('subscribes at the first next, and anew for each iteration', async () => {
    let subscriptions = 0
    const flow$ = defer(() => Flow.right((subscriptions += 1)))
    const iterable = toAsyncIterable(flow$)
    const iterator = iterable[Symbol.asyncIterator]()
    expect(subscriptions).toBe(0)
    expect(await iterator.next()).toEqual({ done: false, value: E.right(1) })
    expect(await take(iterable)).toEqual([E.right(2)])
  })

  it('unsubscribes when it is left', async () => {
    const flow$ = new Subject<number>()
    const left = take(toAsyncIterable(flow$), 1)
    flow$.next(1)
    expect(await left).toEqual([1])
    expect(flow$.observed).toBe(false)
  })

  it('ends a next that waits when it is left', async () => {
    const flow$ = new Subject<number>()
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    const waiting = [iterator.next(), iterator.next()]
    await iterator.return?.()
    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ])
    expect(flow$.observed).toBe(false)
  })

  it('is not subscribed by one who leaves before the first next', async () => {
    const flow$ = new Subject<number>()
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    await iterator.return?.()
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
    expect(flow$.observed).toBe(false)
  })

  it('answers several next at once in their order', async () => {
    const flow$ = new Subject<number>()
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    const answers = [iterator.next(), iterator.next(), iterator.next()]
    flow$.next(1)
    flow$.next(2)
    flow$.complete()
    expect(await Promise.all(answers)).toEqual([
      { done: false, value: 1 },
      { done: false, value: 2 },
      { done: true, value: undefined },
    ])
  })

  it('keeps everything that a flow which it cannot hold back emits', async () => {
    const taken = await take(toAsyncIterable(range(0, 100_000)))
    expect([taken.length, taken[0], taken.at(-1)]).toEqual([100_000, 0, 99_999])
  })

  it('is what Readable.from takes', async () => {
    const seen: unknown[] = []
    for await (const value of Readable.from(toAsyncIterable(of(1, 2, 3)))) seen.push(value)
    expect(seen).toEqual([1, 2, 3])
  })
})

describe('a reader that is slow', () => {
  /** The numbers from 0, and how many were asked for. */
  const numbers = () => {
    const seen = { asked: 0 }
    const frames = (function* () {
      for (;;) yield (seen.asked += 1) - 1
    })()
    return { seen, frames }
  }

  it.each([1, 3])('has a pull ask for %i frames, and for one more for each that is taken', async (inFlight) => {
    const { seen, frames } = numbers()
    const flow$ = pull(frames, (frame) => Flow.right(frame), { inFlight })
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    for (let taken = 1; taken <= 3; taken += 1) {
      expect(await iterator.next()).toEqual({ done: false, value: E.right(taken - 1) })
      await turn()
      expect(seen.asked).toBe(inFlight + taken)
    }
    await iterator.return?.()
  })

  it('holds a pull back behind other operators', async () => {
    const { seen, frames } = numbers()
    const flow$ = pull(frames, (frame) => Flow.right(frame), { inFlight: 2 }).pipe(Flow.orThrow(), map(String))
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    expect(await iterator.next()).toEqual({ done: false, value: '0' })
    await turn()
    expect(seen.asked).toBe(3)
    await iterator.return?.()
  })

  it('holds back a frame with several results until the last is taken', async () => {
    const { seen, frames } = numbers()
    const flow$ = pull(frames, (frame) => of(E.right(`${frame}a`), E.right(`${frame}b`)), { inFlight: 1 })
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    await iterator.next()
    expect(seen.asked).toBe(1)
    await iterator.next()
    expect(seen.asked).toBe(2)
    await iterator.return?.()
  })

  it('does not count frames that have no result', async () => {
    const flow$ = pull([0, 1, 2, 3], (frame) => (frame === 3 ? Flow.right(frame) : EMPTY), {
      inFlight: 1,
    })
    expect(await take(toAsyncIterable(flow$))).toEqual([E.right(3)])
  })

  it('leaves a bounded flow without room', async () => {
    const source$ = new Subject<E.Either<never, number>>()
    const flow$ = source$.pipe(bounded((frame) => Flow.right(frame), { inFlight: 1, overflow: 'fail' }))
    const iterator = toAsyncIterable(flow$)[Symbol.asyncIterator]()
    const first = iterator.next()
    source$.next(E.right(0))
    expect(await first).toEqual({ done: false, value: E.right(0) })
    source$.next(E.right(1))
    source$.next(E.right(2))
    expect(await iterator.next()).toEqual({ done: false, value: E.right(1) })
    expect(await iterator.next()).toMatchObject({ value: { left: { _tag: 'Overflow', index: 2 } } })
    source$.next(E.right(3))
    expect(await iterator.next()).toEqual({ done: false, value: E.right(3) })
    await iterator.return?.()
  })

  it('does not hold back a pull within a frame, whose results its frame takes', async () => {
    const inner$ = () => pull([1, 2, 3], (part) => Flow.right(part), { inFlight: 1 })
    const flow$ = pull([0], inner$, { inFlight: 1 })
    expect(await take(toAsyncIterable(flow$))).toEqual([E.right(1), E.right(2), E.right(3)])
  })
})
