import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../src/index.ts'
import { lanesOf } from '../../src/timeline/lanes.ts'
import { spansOf } from '../../src/timeline/spans.ts'
import { anyEntries, entryOf } from './entries.ts'

const place = (entries: readonly TimelineEntry[]) => lanesOf(entries, spansOf(entries))

describe('the rows of a lane', () => {
  it('hold commands that do not overlap', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const spans = spansOf(entries)
        const { rowOf } = place(entries)
        for (const a of entries)
          for (const b of entries) {
            const [first, second] = [spans.get(a.id), spans.get(b.id)]
            const isSameRow = a.queue.index === b.queue.index && rowOf.get(a.id) === rowOf.get(b.id)
            if (a.id !== b.id && isSameRow && first !== undefined && second !== undefined)
              expect(first.end <= second.start || second.end <= first.start).toBe(true)
          }
      }),
    )
  })

  it('are one for commands one after another, two where two overlap', () => {
    const one = entryOf({ id: 1, start: 0, end: 4 })
    expect(place([one, entryOf({ id: 2, start: 4, end: 6 })]).lanes).toMatchObject([{ rows: 1, busy: 6 }])
    expect(place([one, entryOf({ id: 2, start: 3, end: 6 })]).lanes).toMatchObject([{ rows: 2, busy: 6 }])
  })

  it('are at most sixteen', () => {
    const entries = Array.from({ length: 40 }, (_, index) => entryOf({ id: index + 1, start: 0, end: 10 + index }))
    const { lanes, rowOf } = place(entries)
    expect(lanes).toMatchObject([{ rows: 16 }])
    expect(Math.max(...rowOf.values())).toBe(15)
  })
})

describe('a lane', () => {
  it('is there for each queue, in their order', () => {
    const entries = [entryOf({ id: 1, queue: 2, start: 0, end: 1 }), entryOf({ id: 2, queue: 0, start: 0, end: 1 })]
    expect(place(entries).lanes.map(({ queue }) => queue.index)).toEqual([0, 2])
  })

  it('is busy while at least one of its commands runs', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const spans = spansOf(entries)
        for (const { queue, busy } of place(entries).lanes) {
          const own = entries.flatMap((entry) => (entry.queue.index === queue.index ? (spans.get(entry.id) ?? []) : []))
          const edges = [...new Set(own.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)
          const covered = edges.reduce((sum, from, index) => {
            const to = edges[index + 1] ?? from
            return own.some(({ start, end }) => start <= from && to <= end) ? sum + to - from : sum
          }, 0)
          expect(busy).toBeCloseTo(covered, 6)
        }
      }),
    )
  })
})
