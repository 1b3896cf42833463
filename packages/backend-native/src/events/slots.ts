import type { EventNode } from './event-node.ts'

/** Which command is in which event slot of the driver's side: dense, from 0. */
export class Slots {
  readonly #nodes: (EventNode | undefined)[] = []
  readonly #free: number[] = []

  /** How many commands are in flight. */
  get count(): number {
    return this.#nodes.length - this.#free.length
  }

  /** A free slot for a command. */
  take(node: EventNode): number {
    const slot = this.#free.pop() ?? this.#nodes.length
    this.#nodes[slot] = node
    return slot
  }

  /** The command in a slot, which is free from now on; undefined if none was. */
  empty(slot: number): EventNode | undefined {
    const node = this.#nodes[slot]
    if (node === undefined) return undefined
    this.#nodes[slot] = undefined
    this.#free.push(slot)
    return node
  }
}
