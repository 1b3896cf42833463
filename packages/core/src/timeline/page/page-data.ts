import type { AnyCommand } from '../../model/commands/command.ts'
import type { TimelineEntry, TimelineWait } from '../entry.ts'
import { longestChain, type CriticalPath } from '../critical-path.ts'
import { lanesOf } from '../lanes.ts'
import { spansOf, type Span } from '../spans.ts'

/** A queue, as the page draws it. */
export interface PageLane {
  readonly name: string
  readonly device: string
  readonly outOfOrder: boolean
  readonly profiling: boolean
  readonly rows: number
  /** Microseconds. */
  readonly busy: number
}

/** A command, as the page draws it. */
export interface PageCommand {
  readonly id: number
  readonly command: AnyCommand['_tag']
  /** The place of its lane. */
  readonly lane: number
  readonly row: number
  /** Microseconds since the first moment: when the host enqueued it, when it started and ended. */
  readonly enqueued: number
  readonly start: number
  readonly end: number
  readonly by: Span['by']
  readonly bytes: number
  readonly status: number
  readonly error?: string
  readonly waits: readonly TimelineWait[]
}

/** All that the page knows. Plain JSON. */
export interface PageData {
  readonly lanes: readonly PageLane[]
  /** In the order in which they were enqueued. */
  readonly commands: readonly PageCommand[]
  /** Microseconds from the first moment to the last. */
  readonly total: number
  readonly path: CriticalPath
}

export const pageData = (entries: readonly TimelineEntry[]): PageData => {
  const spans = spansOf(entries)
  const { lanes, rowOf } = lanesOf(entries, spans)
  const places = new Map(lanes.map(({ queue }, place) => [queue.index, place]))
  const commands = entries.map((entry): PageCommand => {
    const { enqueued = 0, start = 0, end = 0, by = 'host' } = spans.get(entry.id) ?? {}
    return {
      id: entry.id,
      command: entry.command,
      lane: places.get(entry.queue.index) ?? 0,
      row: rowOf.get(entry.id) ?? 0,
      enqueued,
      start,
      end,
      by,
      bytes: entry.bytes,
      status: entry.status,
      ...(entry.error === undefined ? {} : { error: entry.error }),
      waits: entry.waits,
    }
  })
  return {
    lanes: lanes.map(({ queue, rows, busy }) => {
      const { name, device, outOfOrder, profiling } = queue
      return { name, device, outOfOrder, profiling, rows, busy }
    }),
    commands,
    total: commands.reduce((last, { end }) => Math.max(last, end), 0),
    path: longestChain(entries, spans),
  }
}
