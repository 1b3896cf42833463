import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { SetUserEventStatusError } from '../../model/creation-errors.ts'
import { COMPLETE } from '../../model/event-status.ts'
import { inWords } from '../rules/in-words.ts'

const NAME = 'setUserEventStatus'
const LEAST_STATUS = -(2 ** 31)

/** What the rules ask of the event; an EventObject has it. */
export interface UserEventFacts {
  readonly context: ContextIdentity
  /** The queue of a command's event; a user event has none. */
  readonly queue: unknown
  readonly isSettled: boolean
}

const isStatus = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) <= COMPLETE && (value as number) >= LEAST_STATUS

/** The rules of clSetUserEventStatus: the status may be set once, to CL_COMPLETE or a negative cl_int. */
export const validateSetUserEventStatus =
  (event: UserEventFacts) =>
  (status: unknown): Either<SetUserEventStatusError, number> => {
    if (event.queue !== undefined)
      return left(
        refusal('CL_INVALID_EVENT', NAME, 'event', 'event is the event of a command; it must be a user event.'),
      )
    if (event.context.released)
      return left(
        refusal('CL_INVALID_EVENT', NAME, 'event', 'event is of a released context; it must be of one that is not.'),
      )
    if (event.isSettled)
      return left(
        refusal('CL_INVALID_OPERATION', NAME, 'event', 'The status of event was set before; it may be set once.'),
      )
    if (!isStatus(status))
      return left(
        refusal(
          'CL_INVALID_VALUE',
          NAME,
          'execution_status',
          `execution_status is ${inWords(status)}; it must be 0 or a negative 32-bit integer.`,
        ),
      )
    return right(status)
  }
