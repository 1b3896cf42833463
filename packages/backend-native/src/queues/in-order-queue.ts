import { COMPLETE } from '@rxcl/core'
import type { EventGraph } from '../events/event-graph.ts'
import type { EventNode } from '../events/event-node.ts'
import type { CommandQueue, QueueParts } from './command-queue.ts'
import type { DriverQueue } from './driver-queue.ts'

/**
 * Each command has the one before it as a prerequisite, so a failure fails all commands behind it. A command that is to
 * fail settles only after the one before it: otherwise a command submitted after that failure could overtake commands
 * that are still running.
 *
 * Some drivers never run, or never end, what is behind a failed command in their queue. So after a failure the driver's
 * queue gets no more commands: those that are submitted later go to a new one.
 */
export class InOrderQueue implements CommandQueue {
  readonly profiling: boolean
  readonly graph: EventGraph
  readonly #open: QueueParts['open']
  #driver: DriverQueue | undefined
  /** The command submitted last, until it is complete, or until the program knows that it failed. */
  #last: EventNode | undefined = undefined

  constructor({ profiling, graph, driver, open }: QueueParts) {
    this.profiling = profiling
    this.graph = graph
    this.#driver = driver
    this.#open = open
  }

  enter(node: EventNode): void {
    const previous = this.#last
    this.#last = node
    if (previous === undefined) return
    if (previous.status > 0) {
      previous.next = node
      previous.countIn(node)
      node.isBehind = true
    } else if (node.cause === 0) node.cause = previous.id
  }

  settled(node: EventNode): void {
    if (this.#last === node && node.status === COMPLETE) this.#last = undefined
    if (node.next !== undefined) node.next.isBehind = false
    if (node.status === COMPLETE || node.driverQueue === undefined || node.driverQueue !== this.#driver) return
    this.#driver.retire()
    this.#driver = undefined
  }

  delivered(node: EventNode): void {
    if (this.#last === node) this.#last = undefined
  }

  prepare(): number {
    if (this.#driver !== undefined) return COMPLETE
    const opened = this.#open()
    if (typeof opened === 'number') return opened
    this.#driver = opened
    return COMPLETE
  }

  driverQueueFor(): DriverQueue {
    return this.#driver as DriverQueue
  }

  release(): void {
    this.#driver?.retire()
    this.#driver = undefined
  }
}
