import type { EventNode } from '../event/event-node.ts'
import { randomFrom } from './random.ts'
import type { ReadyOrder } from './ready-order.ts'

/** How often the device pauses between two commands. */
const PAUSE = 1 / 8

/** Any ready command may be next. The same seed and the same program give the same order. */
export class SeededOrder implements ReadyOrder {
  readonly #random: () => number
  readonly #ready: EventNode[] = []

  constructor(seed: number) {
    this.#random = randomFrom(seed)
  }

  get isEmpty(): boolean {
    return this.#ready.length === 0
  }

  arrive(node: EventNode): void {
    this.#ready.push(node)
  }

  release(node: EventNode): void {
    this.#ready.push(node)
  }

  take(): EventNode | undefined {
    const last = this.#ready.pop()
    if (last === undefined || this.#ready.length === 0) return last
    const picked = Math.floor(this.#random() * (this.#ready.length + 1))
    if (picked === this.#ready.length) return last
    const node = this.#ready[picked]
    this.#ready[picked] = last
    return node
  }

  pauses(): boolean {
    return this.#random() < PAUSE
  }
}
