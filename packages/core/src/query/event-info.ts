import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ClEvent } from '../model/event.ts'
import type { ClCommandQueue } from '../model/queue.ts'
import type { ClContext } from '../platform/cl-context.ts'
import { COMMAND_TYPES, type CommandType } from './command-type.ts'
import { contextOf } from './context-of.ts'
import { readEvent } from './event-rule.ts'
import type { EventInfoError } from './query-errors.ts'

/** CL_EVENT_…, without the reference count, which has no meaning here. */
export interface EventInfo {
  /** The queue of the command; undefined for a user event. */
  readonly commandQueue: ClCommandQueue | undefined
  readonly context: ClContext
  readonly commandType: CommandType
  /** 3 queued, 2 submitted, 1 running, 0 complete, negative for a failure, when the question was asked. */
  readonly commandExecutionStatus: number
}

/**
 * What is known of an event: clGetEventInfo. It answers at once and orders nothing: what the command wrote may not be
 * there to see although its status is complete.
 *
 * Left: CL_INVALID_EVENT (no event, one that stands for several or for what is already there, or of a released context).
 */
export const eventInfo = (event: ClEvent): Either<EventInfoError, EventInfo> => {
  const read = readEvent('eventInfo', event)
  if (read._tag === 'Left') return left(read.left)
  const { queue, command, status } = read.right
  return right({
    commandQueue: queue,
    context: contextOf(read.right),
    commandType: COMMAND_TYPES[command as keyof typeof COMMAND_TYPES],
    commandExecutionStatus: status,
  })
}
