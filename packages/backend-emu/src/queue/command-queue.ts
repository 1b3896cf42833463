import type { EmulatedDevice } from '../device/emulated-device.ts'
import type { EventNode, Releases } from '../event/event-node.ts'
import type { Lane } from '../timing/lane.ts'

export interface QueueParts {
  readonly profiling: boolean
  readonly device: EmulatedDevice
  /** Where its commands that take time run. */
  readonly lane: Lane
}

/** What a queue adds to the wait lists of its commands. */
export interface CommandQueue extends QueueParts {
  /** A command has been submitted: makes its place in the queue a prerequisite, where it is one. */
  enter(node: EventNode): void
  /** A command has settled: releases what its place in the queue held back. */
  settled(node: EventNode, graph: Releases): void
  /** The program has been told that the command settled. */
  delivered(node: EventNode): void
}

/** Makes `earlier` a prerequisite of `node`, settled or not. */
export const waitFor = (node: EventNode, earlier: EventNode): void => {
  if (earlier.status > 0) earlier.addWaiter(node)
  else if (earlier.status < 0 && node.cause === 0) node.cause = earlier.id
}
