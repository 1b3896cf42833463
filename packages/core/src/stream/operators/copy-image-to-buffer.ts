import type { Origin, Region } from '../../model/box.ts'
import type { ClBuffer } from '../../model/buffer.ts'
import { copyImageToBufferCommand, type CopyImageToBufferError } from '../../model/commands/copy-image-to-buffer.ts'
import type { ClImage } from '../../model/image.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface CopyImageToBufferOptions {
  readonly srcOrigin?: Origin
  readonly region?: Region
  readonly dstOffset?: number
}

const COPY_IMAGE_TO_BUFFER: OperatorKind<CopyImageToBufferOptions> = {
  emits: 'enqueued',
  command: (image, buffer, options) =>
    copyImageToBufferCommand({
      srcImage: image as ClImage,
      dstBuffer: buffer as ClBuffer,
      srcOrigin: options?.srcOrigin,
      region: options?.region,
      dstOffset: options?.dstOffset,
    }),
}

/**
 * Emits `dstBuffer` for each image as soon as the copy is enqueued: clEnqueueCopyImageToBuffer. `srcOrigin` and `region`
 * in pixels and images; without `region`: to the far corner of the image. The pixels lie in the buffer from byte
 * `dstOffset` on, tightly packed, x fastest. Emissions are in the order of the combinations.
 *
 * Left: a Left of the source, `dstBuffer` or `waitFor`, passed on; or a CopyImageToBufferError:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_MEM_OBJECT (also for an image made from `dstBuffer`), CL_INVALID_CONTEXT,
 * CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no images), CL_INVALID_VALUE (the box leaves the
 * image or does not fit its type, the bytes leave the buffer), CL_INVALID_IMAGE_SIZE, CL_IMAGE_FORMAT_NOT_SUPPORTED,
 * CL_MISALIGNED_SUB_BUFFER_OFFSET.
 */
export const copyImageToBuffer =
  <B extends Operand<ClBuffer>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstBuffer: B,
    options?: CopyImageToBufferOptions & Waiting<D>,
  ) =>
  <E>(
    srcImage: Flow<E, Enqueued<ClImage>>,
  ): Flow<E | ErrorOf<B> | DepErrors<D> | CopyImageToBufferError, Enqueued<ClBuffer>> =>
    commandFlow(COPY_IMAGE_TO_BUFFER, srcImage, { queue, operand: dstBuffer, options })
