import type { Origin, Region } from '../../model/box.ts'
import type { ClBuffer } from '../../model/buffer.ts'
import type { ExecutionError } from '../../model/commands/execution-error.ts'
import { readBufferRectCommand, type ReadBufferRectError } from '../../model/commands/read-buffer-rect.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** Where the bytes are. Origins and region in bytes, rows and slices; pitches in bytes. */
export interface ReadBufferRectOptions {
  readonly region: Region
  readonly bufferOrigin?: Origin
  readonly hostOrigin?: Origin
  readonly bufferRowPitch?: number
  readonly bufferSlicePitch?: number
  readonly hostRowPitch?: number
  readonly hostSlicePitch?: number
}

const READ_BUFFER_RECT: OperatorKind<ReadBufferRectOptions> = {
  emits: 'completed',
  command: (buffer, _operand, options) =>
    readBufferRectCommand({
      buffer: buffer as ClBuffer,
      // Without options there is none: the validator says so.
      region: options?.region as Region,
      bufferOrigin: options?.bufferOrigin,
      hostOrigin: options?.hostOrigin,
      bufferRowPitch: options?.bufferRowPitch,
      bufferSlicePitch: options?.bufferSlicePitch,
      hostRowPitch: options?.hostRowPitch,
      hostSlicePitch: options?.hostSlicePitch,
    }),
}

/**
 * Emits a box of each buffer's bytes when they have arrived: clEnqueueReadBufferRect. Origins and `region` are
 * [bytes, rows, slices]; pitches in bytes, 0 for tightly packed. The result reaches to the end of the box at
 * `hostOrigin`; what is before the box and between its rows is 0. Each emission is an array of its own. Emissions are in
 * the order of the buffers, however the reads end. The thread is never blocked.
 *
 * Left: a Left of the source or `waitFor`, passed on; a ReadBufferRectError when the command is refused:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION
 * (the device is older than 1.1, or the buffer is HOST_WRITE_ONLY or HOST_NO_ACCESS), CL_INVALID_VALUE (a region with a 0
 * in it, a box that leaves the buffer, a row pitch below the row, a slice pitch below the slice or no multiple of the row
 * pitch), CL_MISALIGNED_SUB_BUFFER_OFFSET, CL_OUT_OF_HOST_MEMORY (no room for the bytes); or the ExecutionError of a read
 * that failed, CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST with its `cause` where what it waited for did.
 */
export const readBufferRect =
  <const D extends Deps = []>(queue: ClCommandQueue, options: ReadBufferRectOptions & Waiting<D>) =>
  <E>(src: Flow<E, Enqueued<ClBuffer>>): Flow<E | DepErrors<D> | ReadBufferRectError | ExecutionError, Uint8Array> =>
    commandFlow(READ_BUFFER_RECT, src, { queue, operand: undefined, options })
