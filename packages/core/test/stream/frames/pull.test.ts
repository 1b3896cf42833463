import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import * as E from 'fp-ts/lib/Either.js'
import { lastValueFrom, of, repeat, Subject, take, toArray, type Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, pull, type FrameOptions, type FrameSource } from '../../../src/index.ts'
import { turn } from '../fixture.ts'
import { play, rights, work } from './virtual.ts'

const all = <A>(flow: Observable<A>): Promise<readonly A[]> => lastValueFrom(flow.pipe(toArray()))

/** Counts what is asked of an iterable of 0, 1, 2, …. */
const counted = (length = Number.POSITIVE_INFINITY) => {
  const seen = { asked: 0, returned: 0 }
  const iterator = {
    next: (): IteratorResult<number> => {
      seen.asked += 1
      return seen.asked > length ? { done: true, value: undefined } : { done: false, value: seen.asked - 1 }
    },
    return: (): IteratorResult<number> => {
      seen.returned += 1
      return { done: true, value: undefined }
    },
  }
  const later = {
    next: async () => iterator.next(),
    return: async () => iterator.return(),
  }
  return {
    seen,
    frames: { [Symbol.iterator]: () => iterator },
    laterFrames: { [Symbol.asyncIterator]: () => later },
  }
}

describe('the frames in flight', () => {
  it('are as many as asked: of three frames and two places the third waits', () => {
    play(({ expectObservable }) => {
      const flow$ = pull(['a', 'b', 'c'], (frame) => work(frame, 4), { inFlight: 2 })
      expectObservable(flow$).toBe('----(ab)(c|)', rights({ a: 'a', b: 'b', c: 'c' }))
    })
  })

  it.each([1, 2, 5])('are at most %i while their flows run, and no frame is asked for in advance', (inFlight) => {
    const { seen, frames } = counted()
    const flows: Subject<E.Either<never, number>>[] = []
    const subscription = pull(
      frames,
      () => {
        const flow = new Subject<E.Either<never, number>>()
        flows.push(flow)
        return flow
      },
      { inFlight },
    ).subscribe()
    expect(seen.asked).toBe(inFlight)
    flows[0]?.next(E.right(1))
    expect(seen.asked).toBe(inFlight)
    flows[0]?.complete()
    expect(seen.asked).toBe(inFlight + 1)
    subscription.unsubscribe()
  })

  it('of an async iterable are asked for one at a time', async () => {
    const { seen, laterFrames } = counted()
    const flows: number[] = []
    const subscription = pull(
      laterFrames,
      (frame) => {
        flows.push(frame)
        return new Subject<E.Either<never, number>>()
      },
      { inFlight: 3 },
    ).subscribe()
    expect(seen.asked).toBe(1)
    await turn()
    expect(flows).toEqual([0, 1, 2])
    expect(seen.asked).toBe(3)
    subscription.unsubscribe()
  })

  it('that are done at once do not deepen the stack, however many they are', async () => {
    const flow$ = pull(counted(20_000).frames, (frame) => Flow.right(frame), { inFlight: 1 })
    expect(await lastValueFrom(flow$)).toEqual(E.right(19_999))
  })
})

describe('the order of results', () => {
  const frames = [
    { name: 'a', milliseconds: 3 },
    { name: 'b', milliseconds: 1 },
    { name: 'c', milliseconds: 4 },
  ]
  const flow = (options: FrameOptions) => pull(frames, ({ name, milliseconds }) => work(name, milliseconds), options)
  const names = rights({ a: 'a', b: 'b', c: 'c' })

  it('is that of the frames; what is done early waits and keeps its place', () => {
    play(({ expectObservable }) => expectObservable(flow({ inFlight: 2 })).toBe('---(ab)(c|)', names))
  })

  it('is that of completion on request', () => {
    play(({ expectObservable }) =>
      expectObservable(flow({ inFlight: 2, order: 'completion' })).toBe('-b-a-(c|)', names),
    )
  })

  it('keeps the results of one frame together', () => {
    play(({ cold, expectObservable }) => {
      const flows = { a: cold('1---2|', rights({ 1: 'a1', 2: 'a2' })), b: cold('-1-2|', rights({ 1: 'b1', 2: 'b2' })) }
      const flow$ = (options: FrameOptions) => pull(['a', 'b'] as const, (frame) => flows[frame], options)
      const values = rights({ a: 'a1', c: 'a2', b: 'b1', d: 'b2' })
      expectObservable(flow$({ inFlight: 2 })).toBe('a---c(bd|)', values)
      expectObservable(flow$({ inFlight: 2, order: 'completion' })).toBe('ab-dc|', values)
    })
  })
})

describe('the iterator', () => {
  const never = () => new Subject<E.Either<never, number>>()

  it('is closed, and asked for no more, when the flow is unsubscribed', () => {
    const { seen, frames } = counted()
    pull(frames, never, { inFlight: 2 }).subscribe().unsubscribe()
    expect(seen).toEqual({ asked: 2, returned: 1 })
  })

  it('is closed when the flow is unsubscribed while an answer is awaited, which is then no frame', async () => {
    const { seen, laterFrames } = counted()
    const started: number[] = []
    const note = (frame: number) => Flow.right(started.push(frame))
    pull(laterFrames, note, { inFlight: 2 }).subscribe().unsubscribe()
    await turn()
    expect({ ...seen, started }).toEqual({ asked: 1, returned: 1, started: [] })
  })

  it('is not closed when it has ended by itself', async () => {
    const { seen, frames } = counted(2)
    await all(pull(frames, (frame) => Flow.right(frame), { inFlight: 2 }))
    expect(seen).toEqual({ asked: 3, returned: 0 })
  })

  it.each([
    [
      'project throws',
      () => {
        throw new Error('defect')
      },
    ],
    ['a frame has a defect', () => Flow.left(new Error('defect')).pipe(Flow.orThrow())],
  ] as const)('is closed when %s, which is the error of the flow', async (_name, project) => {
    const { seen, frames } = counted()
    await expect(all(pull(frames, project as () => Flow<never, never>, { inFlight: 2 }))).rejects.toThrow('defect')
    expect(seen).toEqual({ asked: 1, returned: 1 })
  })

  it('is closed by one who takes only the first results, also of frames that are there at once', async () => {
    const { seen, frames } = counted()
    const flow$ = pull(frames, (frame) => Flow.right(frame), { inFlight: 2 })
    expect(await all(flow$.pipe(take(2)))).toEqual([E.right(0), E.right(1)])
    expect(seen).toEqual({ asked: 2, returned: 1 })
  })

  it('is closed by one who takes the first results of a frame that has no end', async () => {
    const endless$ = of(E.right(1)).pipe(repeat())
    expect(await all(pull([1], () => endless$, { inFlight: 1 }).pipe(take(3)))).toHaveLength(3)
  })

  it('ends a Node Readable and a Web stream', async () => {
    const readable = Readable.from([1, 2, 3])
    let cancelled: unknown
    const stream = new ReadableStream<number>({
      pull: (controller) => controller.enqueue(1),
      cancel: (reason) => void (cancelled = reason ?? 'cancelled'),
    })
    const unsubscribeLater = async (frames: FrameSource<number>) => {
      const subscription = pull(frames, never, { inFlight: 1 }).subscribe()
      await turn()
      subscription.unsubscribe()
      await turn()
    }
    await unsubscribeLater(readable)
    await unsubscribeLater(stream)
    expect([readable.destroyed, cancelled]).toEqual([true, 'cancelled'])
  })
})

describe('options out of range', () => {
  it.each([
    [{ inFlight: 0 }, 'in_flight'],
    [{ inFlight: 1.5 }, 'in_flight'],
    [{ inFlight: Number.NaN }, 'in_flight'],
    [{ inFlight: Number.POSITIVE_INFINITY }, 'in_flight'],
    [{ inFlight: '2' }, 'in_flight'],
    [{}, 'in_flight'],
    [undefined, 'in_flight'],
    [{ inFlight: 1, order: 'random' }, 'order'],
  ])('such as %j are one Left for %s, and nothing is asked for', async (options, parameter) => {
    const { seen, frames } = counted()
    const flow$ = pull(frames, (frame) => Flow.right(frame), options as FrameOptions)
    expect(await all(flow$)).toMatchObject([
      { _tag: 'Left', left: { _tag: 'CL_INVALID_VALUE', command: 'pull', parameter } },
    ])
    expect(seen.asked).toBe(0)
  })

  it.each([{ inFlight: 1 }, { inFlight: 1, order: 'source' as const }, { inFlight: 99, order: 'completion' as const }])(
    'do not include %j',
    async (options) => {
      expect(await all(pull([7], (frame) => Flow.right(frame), options))).toEqual([E.right(7)])
    },
  )
})
