import { EventObject, type CompositeEvent } from '../model/event.ts'
import type { CommandEvent } from './command-event.ts'

/** The single events of a wait list, in its order; a list of single events is itself the answer. */
export const flattenWaitList = (list: readonly (EventObject | CompositeEvent)[]): readonly EventObject[] => {
  for (const entry of list)
    if (!(entry instanceof EventObject))
      return list.flatMap((event) => (event instanceof EventObject ? event : event.parts))
  return list as readonly EventObject[]
}

/** What is left of a wait list when its command is submitted. */
export interface RemainingWaits {
  readonly waits: readonly number[]
  /** The first event that has already failed, or 0. */
  readonly failedWait: number
}

const NO_WAITS: RemainingWaits = { waits: [], failedWait: 0 }

/**
 * The waits that a submission must name: not those that are complete, and not those on the same in-order queue, which
 * waits for them anyway. An event that has failed fails the command, whatever its queue.
 */
export const remainingWaits = (command: CommandEvent): RemainingWaits => {
  let waits: number[] | undefined
  for (const event of command.waits) {
    if (event.isSettled) {
      if (event.status < 0) return { waits: [], failedWait: event.id }
    } else if (event.queue !== command.queue || command.queue.outOfOrder) (waits ??= []).push(event.id)
  }
  return waits === undefined ? NO_WAITS : { waits, failedWait: 0 }
}
