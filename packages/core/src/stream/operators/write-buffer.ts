import { writeBufferCommand, type WriteBufferError } from '../../model/commands/write-buffer.ts'
import type { ClBuffer } from '../../model/buffer.ts'
import type { HostData } from '../../model/host-data.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface WriteBufferOptions {
  readonly offset?: number
}

const WRITE_BUFFER: OperatorKind<WriteBufferOptions> = {
  emits: 'enqueued',
  command: (ptr, buffer, options) =>
    writeBufferCommand({ buffer: buffer as ClBuffer, ptr: ptr as HostData, offset: options?.offset }),
}

/**
 * Emits the buffer for each piece of host data as soon as its write is enqueued: clEnqueueWriteBuffer, non-blocking.
 * All of the data is written, from byte `offset` of the buffer on. The data is read when the command runs: leave it
 * alone until the event is complete. Emissions are in the order of the data.
 *
 * Left: a Left of the source, `dstBuffer` or `waitFor`, passed on; or a WriteBufferError: CL_INVALID_COMMAND_QUEUE
 * (queue released), CL_INVALID_MEM_OBJECT (buffer released or none), CL_INVALID_CONTEXT (buffer or an event of another
 * context), CL_INVALID_EVENT_WAIT_LIST (an entry that is no event), CL_INVALID_OPERATION (buffer made with
 * HOST_READ_ONLY or HOST_NO_ACCESS), CL_INVALID_VALUE (`offset`, or data that does not fit or is no array view),
 * CL_MISALIGNED_SUB_BUFFER_OFFSET (for the queue's device).
 */
export const writeBuffer =
  <B extends Operand<ClBuffer>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstBuffer: B,
    options?: WriteBufferOptions & Waiting<D>,
  ) =>
  <E>(data: Flow<E, HostData>): Flow<E | ErrorOf<B> | DepErrors<D> | WriteBufferError, Enqueued<ClBuffer>> =>
    commandFlow(WRITE_BUFFER, data, { queue, operand: dstBuffer, options })
