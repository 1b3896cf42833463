import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../model/cl-error.ts'
import { COMPLETE } from '../model/event-status.ts'
import type { ClEvent, Profile } from '../model/event.ts'
import { readEvent } from './event-rule.ts'
import type { EventProfilingInfoError } from './query-errors.ts'

const NAME = 'eventProfilingInfo'

/** CL_PROFILING_COMMAND_…, in nanoseconds of the device's clock: queued ≤ submit ≤ start ≤ end = complete. */
export interface EventProfilingInfo extends Profile {
  /** The same as `end`: no command of this library has children that end later. */
  readonly complete: bigint
}

const unavailable = (message: string): Either<EventProfilingInfoError, never> =>
  left(refusal('CL_PROFILING_INFO_NOT_AVAILABLE', NAME, 'event', message))

/**
 * When a command was queued, submitted, started and ended: clGetEventProfilingInfo.
 *
 * Left: CL_INVALID_EVENT (no event, one that stands for several or for what is already there, or of a released context),
 * CL_PROFILING_INFO_NOT_AVAILABLE (a user event, a queue made without `profiling`, a command that is not complete or has
 * failed, or a device that gave no stamps for it).
 */
export const eventProfilingInfo = (event: ClEvent): Either<EventProfilingInfoError, EventProfilingInfo> => {
  const read = readEvent(NAME, event)
  if (read._tag === 'Left') return left(read.left)
  const { queue, command, status, profile } = read.right
  if (queue === undefined) return unavailable('event is a user event; only commands have stamps.')
  if (!queue.profiling) return unavailable('The queue of the command was made without profiling: true.')
  if (status !== COMPLETE) return unavailable(`The status of ${command} is ${status}; it must be 0, complete.`)
  if (profile === undefined) return unavailable(`The device gave no stamps for ${command}.`)
  return right({ ...profile, complete: profile.end })
}
