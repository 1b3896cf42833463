import { refusal, type ClError } from '../../model/cl-error.ts'
import { QueueObject } from '../../model/queue.ts'
import { inWords } from './in-words.ts'

/** A queue that takes commands: neither it nor its context is released. */
export const isLiveQueue = (value: unknown): value is QueueObject =>
  value instanceof QueueObject && !value.released && !value.context.released

export const queueRefusal = (command: string, value: unknown): ClError<'CL_INVALID_COMMAND_QUEUE'> =>
  refusal(
    'CL_INVALID_COMMAND_QUEUE',
    command,
    'command_queue',
    value instanceof QueueObject && !value.released
      ? 'command_queue is of a released context; it must be a command-queue that is not released.'
      : `command_queue is ${inWords(value)}; it must be a command-queue that is not released.`,
  )
