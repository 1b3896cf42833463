import type { EmulatedDevice } from '../device/emulated-device.ts'
import type { EventNode, Releases } from '../event/event-node.ts'
import type { Lane } from '../timing/lane.ts'
import type { CommandQueue, QueueParts } from './command-queue.ts'

/**
 * Each command has the one before it as a prerequisite, so a failure fails all commands behind it. A command that is to
 * fail settles only after the one before it: otherwise a command submitted after that failure could overtake commands
 * that are still running.
 */
export class InOrderQueue implements CommandQueue {
  readonly profiling: boolean
  readonly device: EmulatedDevice
  readonly lane: Lane
  /** The command submitted last, until it is complete, or until the program knows that it failed. */
  #last: EventNode | undefined = undefined

  constructor({ profiling, device, lane }: QueueParts) {
    this.profiling = profiling
    this.device = device
    this.lane = lane
  }

  enter(node: EventNode): void {
    const previous = this.#last
    this.#last = node
    if (previous === undefined) return
    if (previous.status > 0) {
      previous.next = node
      node.open += 1
      node.isBehind = true
    } else if (node.cause === 0) node.cause = previous.id
  }

  settled(node: EventNode, graph: Releases): void {
    if (this.#last === node && node.status === 0) this.#last = undefined
    const { next } = node
    if (next === undefined) return
    node.next = undefined
    next.isBehind = false
    graph.release(next, node.status < 0 ? node.id : 0)
  }

  delivered(node: EventNode): void {
    if (this.#last === node) this.#last = undefined
  }
}
