import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageCommand } from '../../../src/timeline/page/page-data.ts'
import { visibleBars } from '../../../viewer/visible.ts'

const command = (id: number, start: number, end: number): PageCommand => ({
  id,
  command: 'CopyBuffer',
  lane: 0,
  row: 0,
  enqueued: 0,
  start,
  end,
  by: 'device',
  bytes: 0,
  status: 0,
  waits: [],
})

/** Commands one after another: pairs of a gap and a length. */
const rowOf = (steps: readonly (readonly [number, number])[]): readonly PageCommand[] => {
  let time = 0
  return steps.map(([gap, length], index) => {
    const start = time + gap
    time = start + length
    return command(index + 1, start, time)
  })
}

const anyRow = fc.array(
  fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
  {
    maxLength: 60,
  },
)
const view = { from: 20, to: 120, width: 100 }
const idsOf = (row: readonly PageCommand[], at = view) =>
  visibleBars(row, at).map(({ commands }) => commands.map(({ id }) => id))

describe('the bars of a row', () => {
  it('have every command of the view once and in order', () => {
    fc.assert(
      fc.property(anyRow.map(rowOf), (row) => {
        const shown = row.filter(({ start, end }) => end >= view.from && start <= view.to)
        expect(idsOf(row).flat()).toEqual(shown.map(({ id }) => id))
      }),
    )
  })

  it('are no more than there is room for', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => command(index, index / 1000, (index + 0.5) / 1000))
    expect(visibleBars(many, { from: 0, to: 100, width: 1000 }).length).toBeLessThanOrEqual(1000)
    expect(idsOf(many, { from: 0, to: 100, width: 1000 }).flat()).toHaveLength(100_000)
  })

  it('are one for short neighbours, and two for neighbours that are long or apart', () => {
    expect(idsOf([command(1, 30, 31), command(2, 31, 32)])).toEqual([[1, 2]])
    expect(idsOf([command(1, 30, 33), command(2, 33, 36)])).toEqual([[1], [2]])
    expect(idsOf([command(1, 30, 31), command(2, 34, 35)])).toEqual([[1], [2]])
  })

  it('are wide enough to be seen', () => {
    expect(visibleBars([command(1, 30, 30)], view)).toMatchObject([{ x: 10, width: 2 }])
  })
})
