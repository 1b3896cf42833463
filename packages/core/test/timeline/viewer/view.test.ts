import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, timeAt, wholeView, xOf, zoomed, type View } from '../../../viewer/view.ts'

const total = 1000
const all = wholeView(total, 500)
const anyView = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: -900, max: 900 }))
  .map(([factor, x, pixels]) => moved(zoomed(all, total, factor / 100, x), total, pixels))

const expectWithin = ({ from, to }: View): void => {
  expect(from).toBeGreaterThanOrEqual(all.from - 1e-9)
  expect(to).toBeLessThanOrEqual(all.to + 1e-9)
}

describe('a view', () => {
  it('begins with all, and a little room', () => {
    expect(all).toEqual({ from: -20, to: 1020, width: 500 })
  })

  it('of a timeline without length shows some time', () => {
    const { from, to } = wholeView(0, 500)
    expect(to).toBeGreaterThan(from)
  })

  it('finds the moment of a place and the place of a moment', () => {
    fc.assert(
      fc.property(anyView, fc.integer({ min: 0, max: 500 }), (view, x) => {
        expect(xOf(view, timeAt(view, x))).toBeCloseTo(x, 6)
      }),
    )
  })

  it('keeps the moment under the pointer when it is zoomed in, and its distances grow', () => {
    fc.assert(
      fc.property(anyView, fc.integer({ min: 0, max: 500 }), (view, x) => {
        const closer = zoomed(view, total, 0.5, x)
        expect(xOf(closer, timeAt(view, x))).toBeCloseTo(x, 5)
        expect(closer.to - closer.from).toBeCloseTo((view.to - view.from) / 2, 6)
      }),
    )
  })

  it('never leaves the timeline, however it is zoomed and moved', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 9 }),
        (view, pixels, factor) => {
          expectWithin(moved(view, total, pixels))
          expectWithin(zoomed(view, total, factor, 250))
        },
      ),
    )
  })

  it('goes no closer than ten nanoseconds', () => {
    const { from, to } = zoomed(all, total, 1e-12, 250)
    expect(to - from).toBeCloseTo(0.01, 9)
  })
})
