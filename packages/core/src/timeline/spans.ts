import { deviceTimes } from './device-times.ts'
import type { TimelineEntry } from './entry.ts'

/** From when to when a command ran, in microseconds since the first moment of its timeline. */
export interface Span {
  /** When the host enqueued it. */
  readonly enqueued: number
  readonly start: number
  readonly end: number
  /**
   * Who measured it. 'device': its stamps. 'host': from the last end of what it waited for to when the host was told of its
   * end. 'open': it has not settled; the span ends with the timeline.
   */
  readonly by: 'device' | 'host' | 'open'
}

/** Whole nanoseconds, so that sums and prints do not show the error of floating point. */
const rounded = (microseconds: number): number => Math.round(microseconds * 1000) / 1000

/** The span of each entry, by id. A command waits for earlier ones only. */
export const spansOf = (entries: readonly TimelineEntry[]): ReadonlyMap<number, Span> => {
  const timeOf = deviceTimes(entries)
  let first = Infinity
  let last = -Infinity
  for (const entry of entries) {
    first = Math.min(first, entry.enqueued * 1000)
    last = Math.max(last, (entry.settled ?? entry.enqueued) * 1000)
    if (entry.profile !== undefined) {
      first = Math.min(first, timeOf(entry, entry.profile.start))
      last = Math.max(last, timeOf(entry, entry.profile.end))
    }
  }
  const spans = new Map<number, Span>()
  for (const entry of entries.toSorted((a, b) => a.id - b.id)) {
    const { id, settled, profile, waits } = entry
    const enqueued = rounded(entry.enqueued * 1000 - first)
    if (profile !== undefined) {
      const [start, end] = [profile.start, profile.end].map((stamp) => rounded(timeOf(entry, stamp) - first))
      spans.set(id, { enqueued, start: start ?? 0, end: end ?? 0, by: 'device' })
    } else {
      const end = rounded((settled === undefined ? last : settled * 1000) - first)
      let start = enqueued
      for (const wait of waits) start = Math.max(start, spans.get(wait.id)?.end ?? 0)
      spans.set(id, { enqueued, start: Math.min(start, end), end, by: settled === undefined ? 'open' : 'host' })
    }
  }
  return spans
}
