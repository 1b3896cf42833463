import { completed, copyBuffer, Flow, marker, readBuffer, ready, writeBuffer } from '@rxcl/core'
import { merge, mergeMap } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { play, sides } from './marble-device.ts'

const THREE_MS = { latency: { default: { ms: 3 } } }
const data = { a: Uint8Array.of(1), b: Uint8Array.of(2), c: Uint8Array.of(3) }

describe('device time in marbles', () => {
  it('a copy of 3 ms emits its Enqueued at once, its completion after 3 ms, and then completes', () => {
    play(THREE_MS, ({ expectObservable }, { queue, buffer }) => {
      const copy = () => ready(buffer()).pipe(copyBuffer(queue(), buffer()))
      expectObservable(sides(copy())).toBe('r--|')
      expectObservable(sides(copy().pipe(completed()))).toBe('---(r|)')
    })
  })

  it.each([
    ['in order', false],
    ['out of order', true],
  ])('two copies on one queue, %s, take 2 × 3 ms', (_, outOfOrder) => {
    play(THREE_MS, ({ expectObservable }, { queue, buffer }) => {
      const shared = queue({ outOfOrder })
      const copy = () => ready(buffer()).pipe(copyBuffer(shared, buffer()), completed())
      expectObservable(sides(copy())).toBe('---(r|)')
      expectObservable(sides(copy())).toBe('------(r|)')
    })
  })

  it('two copies on two queues take 3 ms', () => {
    play(THREE_MS, ({ expectObservable }, { queue, buffer }) => {
      const copy = () => ready(buffer()).pipe(copyBuffer(queue(), buffer()), completed())
      expectObservable(sides(copy())).toBe('---(r|)')
      expectObservable(sides(copy())).toBe('---(r|)')
    })
  })

  it.each([
    [1, ['---(r|)', '------(r|)', '---------(r|)']],
    [2, ['---(r|)', '---(r|)', '------(r|)']],
    [3, ['---(r|)', '---(r|)', '---(r|)']],
  ])('with %i engines three copies on three queues end at %j', (engines, expected) => {
    play({ ...THREE_MS, device: { engines } }, ({ expectObservable }, { queue, buffer }) => {
      for (const marbles of expected)
        expectObservable(sides(ready(buffer()).pipe(copyBuffer(queue(), buffer()), completed()))).toBe(marbles)
    })
  })

  it('one engine serves two queues of two copies in turn', () => {
    play({ ...THREE_MS, device: { engines: 1 } }, ({ expectObservable }, { queue, buffer }) => {
      const [first, second] = [queue(), queue()]
      const copies = (on: typeof first) =>
        merge(ready(buffer()).pipe(copyBuffer(on, buffer())), ready(buffer()).pipe(copyBuffer(on, buffer()))).pipe(
          completed(),
        )
      expectObservable(sides(copies(first))).toBe('---r-----(r|)')
      expectObservable(sides(copies(second))).toBe('------r-----(r|)')
    })
  })

  it('of three frames and two slots the third waits 4 ms', () => {
    play({ latency: { default: { ms: 4 } } }, ({ cold, expectObservable }, { queue, buffer }) => {
      const slots = [
        { queue: queue(), buffer: buffer() },
        { queue: queue(), buffer: buffer() },
      ] as const
      const frames = cold('(abc|)', data)
      const written$ = frames.pipe(
        mergeMap((frame, index) => {
          const slot = slots[index % 2 === 0 ? 0 : 1]
          return Flow.right(frame).pipe(writeBuffer(slot.queue, slot.buffer), completed())
        }, slots.length),
      )
      expectObservable(sides(written$)).toBe('----(rr)(r|)')
    })
  })

  it('a write, a copy and a read are one trip of the host and three times of the device', () => {
    const latency = { WriteBuffer: { ms: 1 }, CopyBuffer: { ms: 2 }, ReadBuffer: { ms: 4 } }
    play({ latency }, ({ cold, expectObservable }, { queue, buffer }) => {
      const shared = queue()
      const read$ = cold('a|', data).pipe(
        Flow.lift(),
        writeBuffer(shared, buffer()),
        copyBuffer(shared, buffer()),
        readBuffer(shared, { size: 1 }),
        Flow.map((bytes) => [...bytes]),
      )
      expectObservable(read$).toBe('-------(r|)', { r: { _tag: 'Right', right: [1] } })
    })
  })

  it('frames that come faster than the device queue up behind one another', () => {
    play(THREE_MS, ({ cold, expectObservable }, { queue, buffer }) => {
      const written$ = cold('abc|', data).pipe(Flow.lift(), writeBuffer(queue(), buffer()), completed())
      expectObservable(sides(written$)).toBe('---r--r--(r|)')
    })
  })

  it('a marker takes no time of its own and waits for what is before it', () => {
    play(THREE_MS, ({ expectObservable }, { queue, buffer }) => {
      const shared = queue()
      expectObservable(sides(ready(buffer()).pipe(copyBuffer(shared, buffer())))).toBe('r--|')
      expectObservable(sides(marker(shared).pipe(completed()))).toBe('---(r|)')
    })
  })

  it('an unsubscribed copy keeps its queue busy until it is over', () => {
    play(THREE_MS, ({ expectObservable }, { queue, buffer }) => {
      const shared = queue()
      const copy = () => ready(buffer()).pipe(copyBuffer(shared, buffer()), completed())
      expectObservable(sides(copy()), '-!').toBe('--')
      expectObservable(sides(copy())).toBe('------(r|)')
    })
  })

  it('a seed changes the order on an out-of-order queue, and the same seed gives the same order', () => {
    const run = (seed: number): readonly string[] => {
      const ends: string[] = []
      play({ ...THREE_MS, seed }, (_, { queue, buffer, now }) => {
        const shared = queue({ outOfOrder: true })
        for (const name of ['a', 'b', 'c', 'd'])
          ready(buffer())
            .pipe(copyBuffer(shared, buffer()), completed())
            .subscribe(() => ends.push(`${name} at ${now()}`))
      })
      return ends
    }
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
    const orders = seeds.map((seed) => run(seed))
    expect(orders.map((ends) => ends.map((end) => end.slice(5)))).toEqual(seeds.map(() => ['3', '6', '9', '12']))
    expect(new Set(orders.map((ends) => ends.join())).size).toBeGreaterThan(1)
    expect(seeds.map((seed) => run(seed))).toEqual(orders)
  })
})
