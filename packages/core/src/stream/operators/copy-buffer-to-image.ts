import type { Origin, Region } from '../../model/box.ts'
import type { ClBuffer } from '../../model/buffer.ts'
import { copyBufferToImageCommand, type CopyBufferToImageError } from '../../model/commands/copy-buffer-to-image.ts'
import type { ClImage } from '../../model/image.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface CopyBufferToImageOptions {
  readonly srcOffset?: number
  readonly dstOrigin?: Origin
  readonly region?: Region
}

const COPY_BUFFER_TO_IMAGE: OperatorKind<CopyBufferToImageOptions> = {
  emits: 'enqueued',
  command: (buffer, image, options) =>
    copyBufferToImageCommand({
      srcBuffer: buffer as ClBuffer,
      dstImage: image as ClImage,
      srcOffset: options?.srcOffset,
      dstOrigin: options?.dstOrigin,
      region: options?.region,
    }),
}

/**
 * Emits `dstImage` for each buffer as soon as the copy is enqueued: clEnqueueCopyBufferToImage. The pixels are taken
 * from byte `srcOffset` on, tightly packed, x fastest. `dstOrigin` and `region` in pixels and images; without `region`:
 * to the far corner of the image. Emissions are in the order of the combinations.
 *
 * Left: a Left of the source, `dstImage` or `waitFor`, passed on; or a CopyBufferToImageError:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_MEM_OBJECT (also for an image made from the buffer), CL_INVALID_CONTEXT,
 * CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no images), CL_INVALID_VALUE (the bytes leave the
 * buffer, the box leaves the image or does not fit its type), CL_INVALID_IMAGE_SIZE, CL_IMAGE_FORMAT_NOT_SUPPORTED,
 * CL_MISALIGNED_SUB_BUFFER_OFFSET.
 */
export const copyBufferToImage =
  <I extends Operand<ClImage>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstImage: I,
    options?: CopyBufferToImageOptions & Waiting<D>,
  ) =>
  <E>(
    srcBuffer: Flow<E, Enqueued<ClBuffer>>,
  ): Flow<E | ErrorOf<I> | DepErrors<D> | CopyBufferToImageError, Enqueued<ClImage>> =>
    commandFlow(COPY_BUFFER_TO_IMAGE, srcBuffer, { queue, operand: dstImage, options })
