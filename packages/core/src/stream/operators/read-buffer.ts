import type { ClBuffer } from '../../model/buffer.ts'
import type { ExecutionError } from '../../model/commands/execution-error.ts'
import { readBufferCommand, type ReadBufferError } from '../../model/commands/read-buffer.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface ReadBufferOptions {
  readonly offset?: number
  readonly size?: number
}

const READ_BUFFER: OperatorKind<ReadBufferOptions> = {
  emits: 'completed',
  command: (buffer, _operand, options) =>
    readBufferCommand({ buffer: buffer as ClBuffer, offset: options?.offset, size: options?.size }),
}

/**
 * Emits `size` bytes of each buffer, from byte `offset` on, when they have arrived: clEnqueueReadBuffer. Each emission
 * is an array of its own. Without `size`: to the end of the buffer. Emissions are in the order of the buffers, however
 * the reads end. The thread is never blocked.
 *
 * Left: a Left of the source or `waitFor`, passed on; a ReadBufferError when the command is refused:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION
 * (buffer made with HOST_WRITE_ONLY or HOST_NO_ACCESS), CL_INVALID_VALUE (`offset` and `size` leave the buffer),
 * CL_MISALIGNED_SUB_BUFFER_OFFSET, CL_OUT_OF_HOST_MEMORY (no room for the bytes); or the ExecutionError of a read that
 * failed, CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST with its `cause` where what it waited for did.
 */
export const readBuffer =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: ReadBufferOptions & Waiting<D>) =>
  <E>(src: Flow<E, Enqueued<ClBuffer>>): Flow<E | DepErrors<D> | ReadBufferError | ExecutionError, Uint8Array> =>
    commandFlow(READ_BUFFER, src, { queue, operand: undefined, options })
