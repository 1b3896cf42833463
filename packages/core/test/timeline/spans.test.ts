import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansOf } from '../../src/timeline/spans.ts'
import { anyEntries, entryOf, unprofiled } from './entries.ts'

describe('the span of a command', () => {
  it('is from the start to the end that the device has stamped, since the first moment', () => {
    const spans = spansOf([entryOf({ id: 1, enqueued: 5, start: 7, end: 9.125 })])
    expect(spans.get(1)).toEqual({ enqueued: 0, start: 2, end: 4.125, by: 'device' })
  })

  it('without stamps is from its enqueueing to its end as the host saw them', () => {
    const spans = spansOf([unprofiled(entryOf({ id: 1, enqueued: 5, start: 7, end: 9 }))])
    expect(spans.get(1)).toEqual({ enqueued: 0, start: 0, end: 4, by: 'host' })
  })

  it('without stamps begins no earlier than what it waits for has ended', () => {
    const first = entryOf({ id: 1, start: 1, end: 6 })
    const second = unprofiled(entryOf({ id: 2, waits: [1, 99], start: 0, end: 8 }))
    expect(spansOf([first, second]).get(2)).toMatchObject({ start: 6, end: 8 })
  })

  it('without stamps is empty where the host heard of both ends at once', () => {
    const first = unprofiled(entryOf({ id: 1, start: 0, end: 6 }))
    const second = unprofiled(entryOf({ id: 2, waits: [1], start: 0, end: 6 }))
    expect(spansOf([first, second]).get(2)).toMatchObject({ start: 6, end: 6 })
  })

  it('of a command that has not settled ends with the last thing known', () => {
    const open = { ...unprofiled(entryOf({ id: 1, start: 0, end: 0, enqueued: 2 })), settled: undefined, status: 1 }
    const last = entryOf({ id: 2, start: 3, end: 12, enqueued: 3 })
    expect(spansOf([open, last]).get(1)).toEqual({ enqueued: 0, start: 0, end: 10, by: 'open' })
  })

  it('is there for every entry, begins at 0 or later and ends no earlier than it begins', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const spans = spansOf(entries)
        expect([...spans.keys()]).toEqual(entries.map(({ id }) => id))
        for (const { enqueued, start, end } of spans.values()) {
          expect(enqueued).toBeGreaterThanOrEqual(0)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
        }
      }),
    )
  })
})
