import type { EventNode } from '../event/event-node.ts'

/** The commands that may run, and which of them is next. */
export interface ReadyOrder {
  readonly isEmpty: boolean
  /** A command that was ready when the device took it; they come in the order of submission. */
  arrive(node: EventNode): void
  /** A command whose last prerequisite has just completed. */
  release(node: EventNode): void
  /** The next one to run, not one of the ready ones any more. */
  take(): EventNode | undefined
  /** Whether the device pauses here, so that commands submitted meanwhile get their chance. */
  pauses(): boolean
}
