import type { Origin, Region } from '../../model/box.ts'
import type { ExecutionError } from '../../model/commands/execution-error.ts'
import { readImageCommand, type ReadImageError } from '../../model/commands/read-image.ts'
import type { ClImage } from '../../model/image.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface ReadImageOptions {
  readonly origin?: Origin
  readonly region?: Region
  readonly rowPitch?: number
  readonly slicePitch?: number
}

const READ_IMAGE: OperatorKind<ReadImageOptions> = {
  emits: 'completed',
  command: (image, _operand, options) =>
    readImageCommand({
      image: image as ClImage,
      origin: options?.origin,
      region: options?.region,
      rowPitch: options?.rowPitch,
      slicePitch: options?.slicePitch,
    }),
}

/**
 * Emits the bytes of a box of each image when they have arrived: clEnqueueReadImage. `origin` and `region` in pixels and
 * images; without `region`: to the far corner. Pitches of the result in bytes, 0 for tightly packed; with pitches the
 * result has whole rows and slices, and what is between the pixels is 0. Each emission is an array of its own.
 * Emissions are in the order of the images, however the reads end. The thread is never blocked.
 *
 * Left: a Left of the source or `waitFor`, passed on; a ReadImageError when the command is refused:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION
 * (the device has no images, or the image is HOST_WRITE_ONLY or HOST_NO_ACCESS), CL_INVALID_VALUE (the box leaves the
 * image or does not fit its type, a pitch is too small), CL_INVALID_IMAGE_SIZE, CL_IMAGE_FORMAT_NOT_SUPPORTED,
 * CL_OUT_OF_HOST_MEMORY; or the ExecutionError of a read that failed.
 */
export const readImage =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: ReadImageOptions & Waiting<D>) =>
  <E>(src: Flow<E, Enqueued<ClImage>>): Flow<E | DepErrors<D> | ReadImageError | ExecutionError, Uint8Array> =>
    commandFlow(READ_IMAGE, src, { queue, operand: undefined, options })
