import type { TimelineEntry, TimelineQueue } from './entry.ts'
import type { Span } from './spans.ts'

/** One queue's part of a drawing. */
export interface Lane {
  readonly queue: TimelineQueue
  /** How many of its commands ran at once, at most MOST_ROWS. */
  readonly rows: number
  /** Microseconds in which at least one of its commands ran. */
  readonly busy: number
}

/** The queues of a timeline, and in which row of its lane each command is drawn, by id. */
export interface Lanes {
  readonly lanes: readonly Lane[]
  readonly rowOf: ReadonlyMap<number, number>
}

const MOST_ROWS = 16

class OpenLane {
  readonly queue: TimelineQueue
  /** When each row is free again. */
  readonly #ends: number[] = []
  #end = 0
  #busy = 0

  constructor(queue: TimelineQueue) {
    this.queue = queue
  }

  /** Commands come by their start. Answers the row: the first that is free, or the one that is free first. */
  add({ start, end }: Span): number {
    this.#busy += Math.max(0, end - Math.max(start, this.#end))
    this.#end = Math.max(this.#end, end)
    let row = this.#ends.findIndex((until) => until <= start)
    if (row < 0) row = this.#ends.length < MOST_ROWS ? this.#ends.length : this.#ends.indexOf(Math.min(...this.#ends))
    this.#ends[row] = Math.max(end, this.#ends[row] ?? 0)
    return row
  }

  close(): Lane {
    return { queue: this.queue, rows: this.#ends.length, busy: this.#busy }
  }
}

/** Puts each command into a row of its queue's lane. Commands of one row overlap only where the rows are all taken. */
export const lanesOf = (entries: readonly TimelineEntry[], spans: ReadonlyMap<number, Span>): Lanes => {
  const placed = entries.flatMap((entry) => {
    const span = spans.get(entry.id)
    return span === undefined ? [] : [{ entry, span }]
  })
  const open = new Map<number, OpenLane>()
  const rowOf = new Map<number, number>()
  for (const { entry, span } of placed.toSorted((a, b) => a.span.start - b.span.start || a.entry.id - b.entry.id)) {
    const { id, queue } = entry
    let lane = open.get(queue.index)
    if (lane === undefined) open.set(queue.index, (lane = new OpenLane(queue)))
    rowOf.set(id, lane.add(span))
  }
  const lanes = [...open.values()].toSorted((a, b) => a.queue.index - b.queue.index).map((lane) => lane.close())
  return { lanes, rowOf }
}
