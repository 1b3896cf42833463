import type { Origin, Region } from '../../model/box.ts'
import type { ClBuffer } from '../../model/buffer.ts'
import { writeBufferRectCommand, type WriteBufferRectError } from '../../model/commands/write-buffer-rect.ts'
import type { HostData } from '../../model/host-data.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the bytes are. Origins and region in bytes, rows and slices; pitches in bytes. */
export interface WriteBufferRectOptions {
  readonly region: Region
  readonly bufferOrigin?: Origin
  readonly hostOrigin?: Origin
  readonly bufferRowPitch?: number
  readonly bufferSlicePitch?: number
  readonly hostRowPitch?: number
  readonly hostSlicePitch?: number
}

const WRITE_BUFFER_RECT: OperatorKind<WriteBufferRectOptions> = {
  emits: 'enqueued',
  command: (ptr, buffer, options) =>
    writeBufferRectCommand({
      buffer: buffer as ClBuffer,
      ptr: ptr as HostData,
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
 * Emits the buffer for each piece of host data as soon as its write is enqueued: clEnqueueWriteBufferRect, non-blocking.
 * Origins and `region` are [bytes, rows, slices]; pitches in bytes, 0 for tightly packed. The data is read when the
 * command runs: leave it alone until the event is complete. Emissions are in the order of the data.
 *
 * Left: a Left of the source, `dstBuffer` or `waitFor`, passed on; or a WriteBufferRectError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device is older than
 * 1.1, or the buffer is HOST_READ_ONLY or HOST_NO_ACCESS), CL_INVALID_VALUE (a region with a 0 in it, a box that leaves
 * the buffer, data that ends before the box does or is no array view, a row pitch below the row, a slice pitch below the
 * slice or no multiple of the row pitch), CL_MISALIGNED_SUB_BUFFER_OFFSET.
 */
export const writeBufferRect =
  <B extends Operand<ClBuffer>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstBuffer: B,
    options: WriteBufferRectOptions & Waiting<D>,
  ) =>
  <E>(data: Flow<E, HostData>): Flow<E | ErrorOf<B> | DepErrors<D> | WriteBufferRectError, Enqueued<ClBuffer>> =>
    commandFlow(WRITE_BUFFER_RECT, data, { queue, operand: dstBuffer, options })
