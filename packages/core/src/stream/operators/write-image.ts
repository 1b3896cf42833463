import type { Origin, Region } from '../../model/box.ts'
import { writeImageCommand, type WriteImageError } from '../../model/commands/write-image.ts'
import type { HostData } from '../../model/host-data.ts'
import type { ClImage } from '../../model/image.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface WriteImageOptions {
  readonly origin?: Origin
  readonly region?: Region
  readonly rowPitch?: number
  readonly slicePitch?: number
}

const WRITE_IMAGE: OperatorKind<WriteImageOptions> = {
  emits: 'enqueued',
  command: (ptr, image, options) =>
    writeImageCommand({
      image: image as ClImage,
      ptr: ptr as HostData,
      origin: options?.origin,
      region: options?.region,
      inputRowPitch: options?.rowPitch,
      inputSlicePitch: options?.slicePitch,
    }),
}

/**
 * Emits the image for each piece of host data as soon as its write is enqueued: clEnqueueWriteImage, non-blocking.
 * `origin` and `region` in pixels and images, pitches of the host data in bytes, 0 for tightly packed; without `region`:
 * to the far corner of the image. The data is read when the command runs: leave it alone until the event is complete.
 * Emissions are in the order of the data.
 *
 * Left: a Left of the source, `dstImage` or `waitFor`, passed on; or a WriteImageError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no images,
 * or the image is HOST_READ_ONLY or HOST_NO_ACCESS), CL_INVALID_VALUE (the box leaves the image or does not fit its
 * type, a pitch is too small, the data is too short), CL_INVALID_IMAGE_SIZE and CL_IMAGE_FORMAT_NOT_SUPPORTED (an image
 * that the queue's device does not take).
 */
export const writeImage =
  <I extends Operand<ClImage>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstImage: I,
    options?: WriteImageOptions & Waiting<D>,
  ) =>
  <E>(data: Flow<E, HostData>): Flow<E | ErrorOf<I> | DepErrors<D> | WriteImageError, Enqueued<ClImage>> =>
    commandFlow(WRITE_IMAGE, data, { queue, operand: dstImage, options })
