import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ClDevice } from '../model/device.ts'
import type { ClCommandQueue } from '../model/queue.ts'
import type { ClContext } from '../platform/cl-context.ts'
import { isLiveQueue, queueRefusal } from '../validate/rules/queue-rule.ts'
import { contextOf } from './context-of.ts'
import type { CommandQueueInfoError } from './query-errors.ts'

/** CL_QUEUE_…, without the reference count, which has no meaning here, and what only queues on devices have. */
export interface CommandQueueInfo {
  readonly context: ClContext
  readonly device: ClDevice
  /** CL_QUEUE_OUT_OF_ORDER_EXEC_MODE_ENABLE. */
  readonly outOfOrder: boolean
  /** CL_QUEUE_PROFILING_ENABLE. */
  readonly profiling: boolean
}

/**
 * What is known of a command-queue: clGetCommandQueueInfo.
 *
 * Left: CL_INVALID_COMMAND_QUEUE (no command-queue, or it or its context is released).
 */
export const commandQueueInfo = (commandQueue: ClCommandQueue): Either<CommandQueueInfoError, CommandQueueInfo> => {
  const queue: unknown = commandQueue
  if (!isLiveQueue(queue)) return left(queueRefusal('commandQueueInfo', queue))
  const { device, outOfOrder, profiling } = queue
  return right({ context: contextOf(queue), device, outOfOrder, profiling })
}
