import type { Origin, Region } from '../../model/box.ts'
import { copyImageCommand, type CopyImageError } from '../../model/commands/copy-image.ts'
import type { ClImage } from '../../model/image.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the pixels are. */
export interface CopyImageOptions {
  readonly srcOrigin?: Origin
  readonly dstOrigin?: Origin
  readonly region?: Region
}

const COPY_IMAGE: OperatorKind<CopyImageOptions> = {
  emits: 'enqueued',
  command: (srcImage, dst, options) =>
    copyImageCommand({
      srcImage: srcImage as ClImage,
      dstImage: dst as ClImage,
      srcOrigin: options?.srcOrigin,
      dstOrigin: options?.dstOrigin,
      region: options?.region,
    }),
}

/**
 * Emits `dstImage` for each source image as soon as the copy of a box is enqueued: clEnqueueCopyImage. Both images have
 * one format; their types may differ where the box fits both. Origins and `region` in pixels and images; without
 * `region`: from `srcOrigin` to the far corner of the source. Emissions are in the order of the combinations.
 *
 * Left: a Left of the source, `dstImage` or `waitFor`, passed on; or a CopyImageError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no images),
 * CL_IMAGE_FORMAT_MISMATCH (two formats), CL_INVALID_VALUE (a box leaves its image or does not fit its type),
 * CL_INVALID_IMAGE_SIZE and CL_IMAGE_FORMAT_NOT_SUPPORTED (an image that the queue's device does not take),
 * CL_MEM_COPY_OVERLAP (the boxes share pixels).
 */
export const copyImage =
  <I extends Operand<ClImage>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstImage: I,
    options?: CopyImageOptions & Waiting<D>,
  ) =>
  <E>(src: Flow<E, Enqueued<ClImage>>): Flow<E | ErrorOf<I> | DepErrors<D> | CopyImageError, Enqueued<ClImage>> =>
    commandFlow(COPY_IMAGE, src, { queue, operand: dstImage, options })
