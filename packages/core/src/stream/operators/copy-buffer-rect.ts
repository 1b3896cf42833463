import type { Origin, Region } from '../../model/box.ts'
import type { ClBuffer } from '../../model/buffer.ts'
import { copyBufferRectCommand, type CopyBufferRectError } from '../../model/commands/copy-buffer-rect.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the bytes are. Origins and region in bytes, rows and slices; pitches in bytes. */
export interface CopyBufferRectOptions {
  readonly region: Region
  readonly srcOrigin?: Origin
  readonly dstOrigin?: Origin
  readonly srcRowPitch?: number
  readonly srcSlicePitch?: number
  readonly dstRowPitch?: number
  readonly dstSlicePitch?: number
}

const COPY_BUFFER_RECT: OperatorKind<CopyBufferRectOptions> = {
  emits: 'enqueued',
  command: (srcBuffer, dst, options) =>
    copyBufferRectCommand({
      srcBuffer: srcBuffer as ClBuffer,
      dstBuffer: dst as ClBuffer,
      // Without options there is none: the validator says so.
      region: options?.region as Region,
      srcOrigin: options?.srcOrigin,
      dstOrigin: options?.dstOrigin,
      srcRowPitch: options?.srcRowPitch,
      srcSlicePitch: options?.srcSlicePitch,
      dstRowPitch: options?.dstRowPitch,
      dstSlicePitch: options?.dstSlicePitch,
    }),
}

/**
 * Emits `dstBuffer` for each source buffer as soon as the copy of a box is enqueued: clEnqueueCopyBufferRect. Origins and
 * `region` are [bytes, rows, slices]; pitches in bytes, 0 for tightly packed. Emissions are in the order of the
 * combinations.
 *
 * Left: a Left of the source, `dstBuffer` or `waitFor`, passed on; or a CopyBufferRectError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device is older than
 * 1.1), CL_INVALID_VALUE (a region with a 0 in it, a box that leaves its buffer, a row pitch below the row, a slice pitch
 * below the slice or no multiple of the row pitch, pitches that differ within one buffer),
 * CL_MISALIGNED_SUB_BUFFER_OFFSET, CL_MEM_COPY_OVERLAP (the boxes share bytes, also through sub-buffers).
 */
export const copyBufferRect =
  <B extends Operand<ClBuffer>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstBuffer: B,
    options: CopyBufferRectOptions & Waiting<D>,
  ) =>
  <E>(
    src: Flow<E, Enqueued<ClBuffer>>,
  ): Flow<E | ErrorOf<B> | DepErrors<D> | CopyBufferRectError, Enqueued<ClBuffer>> =>
    commandFlow(COPY_BUFFER_RECT, src, { queue, operand: dstBuffer, options })
