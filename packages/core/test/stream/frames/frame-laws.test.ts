import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { concatMap, defer, from, map, tap, timer, VirtualAction, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { bounded, pull, type Flow, type FrameOrder, type OverflowRule } from '../../../src/index.ts'

interface Frame {
  /** Milliseconds since the frame before. */
  readonly gap: number
  /** Milliseconds until each result; none for a flow that is empty. */
  readonly results: readonly number[]
  readonly isLeft: boolean
}

const frame = fc.record({
  gap: fc.nat(4),
  results: fc.array(fc.nat(6), { maxLength: 3 }),
  isLeft: fc.boolean(),
})
const orders = fc.constantFrom<FrameOrder>('source', 'completion')
const framesOf = fc.array(frame, { maxLength: 30 })
const inFlights = fc.integer({ min: 1, max: 4 })

interface Result {
  readonly index: number
  readonly nth: number
}

/** A device that counts what runs on it at once, on a clock of its own. */
const device = () => {
  const clock = new VirtualTimeScheduler(VirtualAction)
  const seen = { running: 0, most: 0, started: [] as number[] }
  const run = ({ results }: Frame, index: number): Flow<never, Result> =>
    defer(() => {
      seen.started.push(index)
      seen.running += 1
      seen.most = Math.max(seen.most, seen.running)
      return from(results).pipe(
        concatMap((milliseconds, nth) => timer(milliseconds, clock).pipe(map(() => E.right({ index, nth })))),
        tap({ complete: () => (seen.running -= 1) }),
      )
    })
  return { clock, seen, run }
}

const eitherOf = (one: Frame, index: number): E.Either<{ readonly index: number; readonly nth: number }, Frame> =>
  one.isLeft ? E.left({ index, nth: 0 }) : E.right(one)

/** Everything that a frame gives when it is worked on. */
const resultsOf = (one: Frame, index: number): readonly Result[] =>
  one.isLeft ? [{ index, nth: 0 }] : one.results.map((_, nth) => ({ index, nth }))

const isSorted = (numbers: readonly number[]): boolean =>
  numbers.every((n, at) => at === 0 || n >= (numbers[at - 1] ?? n))
const compare = (a: Result, b: Result): number => a.index - b.index || a.nth - b.nth

describe('pull', () => {
  it('works on every frame once, on at most inFlight at once, and emits all results in the order asked for', () => {
    fc.assert(
      fc.property(framesOf, inFlights, orders, (frames, inFlight, order) => {
        const { clock, seen, run } = device()
        const emitted: Result[] = []
        let isComplete = false
        pull(frames.map(eitherOf), run, { inFlight, order }).subscribe({
          next: (either) => emitted.push(E.isLeft(either) ? (either.left as Result) : either.right),
          complete: () => (isComplete = true),
        })
        clock.flush()
        const expected = frames.flatMap(resultsOf)
        expect(order === 'source' ? emitted : emitted.toSorted(compare)).toEqual(expected)
        expect(seen.most).toBeLessThanOrEqual(inFlight)
        expect(isSorted(seen.started)).toBe(true)
        expect(isComplete).toBe(true)
      }),
    )
  })
})

describe('bounded', () => {
  const rules = fc.constantFrom<OverflowRule>('dropNewest', 'keepLatest', 'fail')

  it('emits, drops or fails every frame, works on at most inFlight at once, and keeps the order', () => {
    fc.assert(
      fc.property(framesOf, inFlights, orders, rules, (frames, inFlight, order, overflow) => {
        const { clock, seen, run } = device()
        const emitted: Result[] = []
        const dropped: number[] = []
        const failed: number[] = []
        let isComplete = false
        from(frames)
          .pipe(
            concatMap((one, index) => timer(one.gap, clock).pipe(map(() => eitherOf(one, index)))),
            bounded(run, { inFlight, order, overflow, onDrop: (_frame, index) => dropped.push(index) }),
          )
          .subscribe({
            next: (either) => {
              if (E.isRight(either)) emitted.push(either.right)
              else if ('_tag' in either.left && either.left._tag === 'Overflow') {
                failed.push(either.left.index)
                emitted.push({ index: either.left.index, nth: 0 })
              } else emitted.push(either.left as Result)
            },
            complete: () => (isComplete = true),
          })
        clock.flush()
        const lefts = frames.flatMap((one, index) => (one.isLeft ? index : []))
        expect([...seen.started, ...dropped, ...failed, ...lefts].toSorted((a, b) => a - b)).toEqual([...frames.keys()])
        const expected = frames.flatMap((one, index) => {
          if (dropped.includes(index)) return []
          return failed.includes(index) ? [{ index, nth: 0 }] : resultsOf(one, index)
        })
        expect(order === 'source' ? emitted : emitted.toSorted(compare)).toEqual(expected)
        expect(overflow === 'fail' ? dropped : failed).toEqual([])
        expect(seen.most).toBeLessThanOrEqual(inFlight)
        expect(isComplete).toBe(true)
      }),
    )
  })
})
