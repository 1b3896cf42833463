import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criticalPath, type TimelineEntry } from '../../src/index.ts'
import { spansOf } from '../../src/timeline/spans.ts'
import { anyEntries, entryOf } from './entries.ts'

/** The time of a command, by a look at one entry. */
const timesOf = (entries: readonly TimelineEntry[]): ReadonlyMap<number, number> => {
  const spans = spansOf(entries)
  return new Map(
    entries.map(({ id, status }) => [id, status === 0 ? (spans.get(id)?.end ?? 0) - (spans.get(id)?.start ?? 0) : 0]),
  )
}

/** Tries every chain that ends with a command. */
const longestBefore = (entries: readonly TimelineEntry[], { id, waits }: TimelineEntry): number => {
  const before = entries.filter((other) => waits.some((wait) => wait.id === other.id))
  return (timesOf(entries).get(id) ?? 0) + Math.max(0, ...before.map((other) => longestBefore(entries, other)))
}

describe('the critical path', () => {
  it('is the longest of all chains', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const longest = Math.max(0, ...entries.map((entry) => longestBefore(entries, entry)))
        expect(criticalPath(entries).microseconds).toBeCloseTo(longest, 6)
      }),
    )
  })

  it('is a chain: each command waits for the one before, and their times are its length', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { ids, microseconds } = criticalPath(entries)
        const times = timesOf(entries)
        expect(ids.reduce((sum, id) => sum + (times.get(id) ?? Number.NaN), 0)).toBeCloseTo(microseconds, 6)
        for (const [place, id] of ids.slice(1).entries())
          expect(entries.find((entry) => entry.id === id)?.waits.map((wait) => wait.id)).toContain(ids[place])
      }),
    )
  })

  it('goes through the longer branch of a diamond', () => {
    const top = entryOf({ id: 1, start: 0, end: 2 })
    const short = entryOf({ id: 2, queue: 1, waits: [1], start: 2, end: 3 })
    const long = entryOf({ id: 3, queue: 2, waits: [1], start: 2, end: 7 })
    const bottom = entryOf({ id: 4, waits: [2, 3], start: 7, end: 8 })
    expect(criticalPath([top, short, long, bottom])).toEqual({ ids: [1, 3, 4], microseconds: 8 })
  })

  it('goes past the longest single command for a longer chain', () => {
    const chain = [1, 2, 3].map((id) => entryOf({ id, waits: [id - 1], start: 2 * id, end: 2 * id + 2 }))
    expect(criticalPath([...chain, entryOf({ id: 9, queue: 1, start: 0, end: 5 })]).ids).toEqual([1, 2, 3])
    expect(criticalPath([...chain, entryOf({ id: 9, queue: 1, start: 0, end: 7 })]).ids).toEqual([9])
  })

  it('counts no time of commands that failed or have not settled', () => {
    const complete = entryOf({ id: 1, start: 0, end: 1 })
    expect(criticalPath([complete, entryOf({ id: 2, start: 0, end: 5, status: -5 })]).ids).toEqual([1])
    expect(criticalPath([complete, entryOf({ id: 2, start: 0, end: 5, status: 1 })]).ids).toEqual([1])
    expect(criticalPath([complete, entryOf({ id: 2, start: 0, end: 5 })]).ids).toEqual([2])
  })

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(criticalPath(entries.toReversed())).toEqual(criticalPath(entries))
      }),
    )
  })

  it('of no entries is empty', () => {
    expect(criticalPath([])).toEqual({ ids: [], microseconds: 0 })
  })
})
