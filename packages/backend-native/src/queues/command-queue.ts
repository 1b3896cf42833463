import type { EventGraph } from '../events/event-graph.ts'
import type { EventNode } from '../events/event-node.ts'
import type { DriverQueue } from './driver-queue.ts'

/** A queue of the program: what it adds to the wait lists of its commands, and which queue of the driver they go to. */
export interface CommandQueue {
  readonly profiling: boolean
  /** The events of its context. */
  readonly graph: EventGraph
  /** A command has been submitted: makes its place in the queue a prerequisite, where it is one. */
  enter(node: EventNode): void
  /** A command has settled: counts it out where its place in the queue held others back. */
  settled(node: EventNode, free: (node: EventNode) => void): void
  /** The program has been told that the command settled. */
  delivered(node: EventNode): void
  /** Sees to it that the driver has a queue for the command: 0, or the driver's status. */
  prepare(node: EventNode): number
  /** The driver's queue for a command that was prepared and will wait there for so many events. */
  driverQueueFor(node: EventNode, waits: number): DriverQueue
  /** Gives the driver's queues back, each when its last command has ended. */
  release(): void
}

export interface QueueParts {
  readonly profiling: boolean
  readonly graph: EventGraph
  /** The driver's queue to begin with. */
  readonly driver: DriverQueue
  /** A further in-order queue of the driver on the same device, or the driver's status. */
  readonly open: () => DriverQueue | number
}
