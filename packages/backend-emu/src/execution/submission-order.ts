import type { EventNode } from '../event/event-node.ts'
import type { ReadyOrder } from './ready-order.ts'
import { SequenceHeap } from './sequence-heap.ts'

/** From here on it pays to move the rest of the list to its front. */
const COMPACT_AT = 4096

/**
 * Of the ready commands, the one submitted first. What was ready on arrival is sorted by nature and stays in a list with
 * a moving start; only what waited for something goes through the heap.
 */
export class SubmissionOrder implements ReadyOrder {
  #arrived: EventNode[] = []
  #start = 0
  readonly #released = new SequenceHeap()

  get isEmpty(): boolean {
    return this.#start === this.#arrived.length && this.#released.top === undefined
  }

  arrive(node: EventNode): void {
    this.#arrived.push(node)
  }

  release(node: EventNode): void {
    this.#released.push(node)
  }

  take(): EventNode | undefined {
    const arrived = this.#arrived[this.#start]
    const released = this.#released.top
    if (arrived === undefined || (released !== undefined && released.sequence < arrived.sequence)) {
      return this.#released.pop()
    }
    this.#start += 1
    if (this.#start === this.#arrived.length) {
      this.#arrived = []
      this.#start = 0
    } else if (this.#start >= COMPACT_AT && this.#start * 2 >= this.#arrived.length) {
      this.#arrived = this.#arrived.slice(this.#start)
      this.#start = 0
    }
    return arrived
  }

  pauses(): boolean {
    return false
  }
}
