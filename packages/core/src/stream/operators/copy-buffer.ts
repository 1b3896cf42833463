import type { ClBuffer } from '../../model/buffer.ts'
import { copyBufferCommand, type CopyBufferError } from '../../model/commands/copy-buffer.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface CopyBufferOptions {
  readonly srcOffset?: number
  readonly dstOffset?: number
  readonly size?: number
}

const COPY_BUFFER: OperatorKind<CopyBufferOptions> = {
  emits: 'enqueued',
  command: (srcBuffer, dst, options) =>
    copyBufferCommand({
      srcBuffer: srcBuffer as ClBuffer,
      dstBuffer: dst as ClBuffer,
      srcOffset: options?.srcOffset,
      dstOffset: options?.dstOffset,
      size: options?.size,
    }),
}

/**
 * Emits `dstBuffer` for each source buffer as soon as the copy is enqueued: clEnqueueCopyBuffer. Offsets and size in
 * bytes; without `size`: from `srcOffset` to the end of the source. Emissions are in the order of the combinations.
 *
 * Left: a Left of the source, `dstBuffer` or `waitFor`, passed on; or a CopyBufferError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_VALUE (a range leaves its buffer),
 * CL_MISALIGNED_SUB_BUFFER_OFFSET, CL_MEM_COPY_OVERLAP (the ranges share bytes, also through sub-buffers).
 */
export const copyBuffer =
  <B extends Operand<ClBuffer>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstBuffer: B,
    options?: CopyBufferOptions & Waiting<D>,
  ) =>
  <E>(src: Flow<E, Enqueued<ClBuffer>>): Flow<E | ErrorOf<B> | DepErrors<D> | CopyBufferError, Enqueued<ClBuffer>> =>
    commandFlow(COPY_BUFFER, src, { queue, operand: dstBuffer, options })
