import { ALREADY_COMPLETE } from '../model/event.ts'
import { eventOf } from './input-value.ts'
import type { Inputs } from './inputs.ts'

const NONE: readonly never[] = []

/** The events that a combination of inputs brings, then those that were at hand. */
export const waitListOf = (
  source: unknown,
  inputs: Inputs | undefined,
  atHand: readonly unknown[],
  hasGates: boolean,
): readonly unknown[] => {
  if (inputs === undefined && atHand.length === 0) {
    const event = eventOf(source)
    return event === undefined ? NONE : [event]
  }
  const events = inputs === undefined ? [eventOf(source)].filter((event) => event !== undefined) : inputs.events()
  const all = [...events, ...atHand]
  // A marker that was told to wait for a timer has a wait list; without one it would wait for its whole queue.
  return all.length === 0 && hasGates ? [ALREADY_COMPLETE] : all
}
