import { EventObject, type CompositeEvent } from '../model/event.ts'
import type { CommandEvent } from './command-event.ts'

/** The events of a wait list. One alone is kept without a list around it: most commands wait for one. */
export type WaitList = EventObject | readonly EventObject[]

export const NO_WAIT_LIST: WaitList = []

/** The single events of a wait list, in its order. */
export const flattenWaitList = (list: readonly (EventObject | CompositeEvent)[]): WaitList => {
  const [first] = list
  if (first === undefined) return NO_WAIT_LIST
  if (list.length === 1) {
    if (first instanceof EventObject) return first
    return first.parts.length === 0 ? NO_WAIT_LIST : first.parts
  }
  return list.flatMap((event) => (event instanceof EventObject ? event : event.parts))
}

const listOf = (list: WaitList): readonly EventObject[] => (list instanceof EventObject ? [list] : list)

/** The events of two wait lists. */
export const joinWaits = (list: WaitList, others: WaitList): WaitList =>
  list === NO_WAIT_LIST ? others : [...listOf(list), ...listOf(others)]

/** The event of a wait list with the given id, if it is there. */
export const findWait = (list: WaitList, id: number): EventObject | undefined => {
  if (!(list instanceof EventObject)) return list.find((event) => event.id === id)
  return list.id === id ? list : undefined
}

/** What is left of a wait list when its command is submitted. */
export interface RemainingWaits {
  readonly waits: readonly number[]
  /** The first event that has already failed, or 0. */
  readonly failedWait: number
}

const NO_WAITS: RemainingWaits = { waits: [], failedWait: 0 }

/** In-order queues order their commands by themselves. */
const isImplied = (event: EventObject, { queue }: CommandEvent): boolean => event.queue === queue && !queue.outOfOrder

/**
 * The waits that a submission must name: not those that are complete, and not those on the same in-order queue, which
 * waits for them anyway. An event that has failed fails the command, whatever its queue.
 */
export const remainingWaits = (command: CommandEvent): RemainingWaits => {
  const list = command.waitList
  if (list instanceof EventObject) {
    if (!list.isSettled) return isImplied(list, command) ? NO_WAITS : { waits: [list.id], failedWait: 0 }
    return list.status < 0 ? { waits: [], failedWait: list.id } : NO_WAITS
  }
  if (list === NO_WAIT_LIST) return NO_WAITS
  const failed = list.find((event) => event.isSettled && event.status < 0)
  if (failed !== undefined) return { waits: [], failedWait: failed.id }
  const waits = list.filter((event) => !event.isSettled && !isImplied(event, command)).map(({ id }) => id)
  return waits.length === 0 ? NO_WAITS : { waits, failedWait: 0 }
}
