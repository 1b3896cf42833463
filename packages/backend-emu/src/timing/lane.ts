import type { EventNode } from '../event/event-node.ts'
import type { ReadyOrder } from '../execution/ready-order.ts'
import type { Engines } from './engines.ts'

/** The commands of one queue that take time: one runs, when it has an engine of the device; the others wait. */
export class Lane {
  readonly #engines: Engines
  readonly #waiting: ReadyOrder
  readonly #start: (node: EventNode) => void
  /** Whether one runs or waits for an engine. */
  #isTaken = false

  /** `start` begins a command, whose end is told by `finish`. */
  constructor(engines: Engines, waiting: ReadyOrder, start: (node: EventNode) => void) {
    this.#engines = engines
    this.#waiting = waiting
    this.#start = start
  }

  /** A command that may run. */
  offer(node: EventNode): void {
    this.#waiting.release(node)
    this.#request()
  }

  /** The command that was begun is over. */
  finish(): void {
    this.#isTaken = false
    this.#engines.giveBack()
    this.#request()
  }

  #request(): void {
    if (this.#isTaken || this.#waiting.isEmpty) return
    this.#isTaken = true
    this.#engines.request(this.#begin)
  }

  readonly #begin = (): void => {
    // Those that were lost with their device while they waited have settled.
    while (!this.#waiting.isEmpty) {
      const node = this.#waiting.take()
      if (node !== undefined && node.status > 0) {
        this.#start(node)
        return
      }
    }
    this.finish()
  }
}
