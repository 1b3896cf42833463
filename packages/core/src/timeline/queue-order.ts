import type { ValidCommand } from '../validate/commands/valid-command.ts'
import type { TimelineQueue } from './entry.ts'

const NONE: readonly number[] = []

/** What the commands of one queue wait for because they are on it. */
export class QueueOrder {
  readonly queue: TimelineQueue
  #last: number | undefined = undefined
  /** The latest barrier of an out-of-order queue. */
  #barrier: number | undefined = undefined
  /** The commands of an out-of-order queue that have not settled. */
  readonly #unsettled = new Set<number>()

  constructor(queue: TimelineQueue) {
    this.queue = queue
  }

  /** A command comes; answers the ids that it waits for. */
  add(id: number, valid: ValidCommand): readonly number[] {
    return this.queue.outOfOrder ? this.#addOutOfOrder(id, valid) : this.#addInOrder(id)
  }

  settle(id: number): void {
    this.#unsettled.delete(id)
  }

  #addInOrder(id: number): readonly number[] {
    const last = this.#last
    this.#last = id
    return last === undefined ? NONE : [last]
  }

  #addOutOfOrder(id: number, valid: ValidCommand): readonly number[] {
    const waits =
      (valid._tag === 'Marker' || valid._tag === 'Barrier') && !valid.hasWaitList
        ? [...this.#unsettled]
        : this.#barrier === undefined
          ? NONE
          : [this.#barrier]
    if (valid._tag === 'Barrier') this.#barrier = id
    this.#unsettled.add(id)
    return waits
  }
}
