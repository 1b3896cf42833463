import type { Origin, Region } from '../../model/box.ts'
import type { ExecutionError } from '../../model/commands/execution-error.ts'
import { mapImageCommand, type MapImageError } from '../../model/commands/map-image.ts'
import type { ClImage } from '../../model/image.ts'
import type { MapFlag } from '../../model/map-flag.ts'
import type { Mapped } from '../../model/mapped.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** What is mapped, and what for. */
export interface MapImageOptions {
  /** To read and write unless given. */
  readonly mapFlags?: readonly MapFlag[]
  readonly origin?: Origin
  readonly region?: Region
}

const MAP_IMAGE: OperatorKind<MapImageOptions> = {
  emits: 'completed',
  command: (image, _operand, options) =>
    mapImageCommand({
      image: image as ClImage,
      mapFlags: options?.mapFlags,
      origin: options?.origin,
      region: options?.region,
    }),
}

/**
 * Emits a mapped box of each image once the host may touch it: clEnqueueMapImage. `origin` and `region` in pixels and
 * images; without `region`: to the far corner. The value has `rowPitch` and `slicePitch` in bytes, which the device
 * chooses; its bytes go from the first pixel of the box to the last. Give them back with `unmap`: until then commands that
 * use these pixels have no defined result. Without READ and WRITE among `mapFlags` the bytes may hold anything; without
 * WRITE and WRITE_INVALIDATE_REGION what the host changes is dropped. Emissions are in the order of the images, however
 * the maps end. The thread is never blocked. What is mapped when the last listener has left already is unmapped by the
 * library.
 *
 * Left: a Left of the source or `waitFor`, passed on; a MapImageError when the command is refused:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION
 * (the device has no images, the image's HOST flags forbid it, or the pixels are mapped already and one of the two maps is
 * for writing), CL_INVALID_VALUE (the box leaves the image or does not fit its type, unknown flags or
 * WRITE_INVALIDATE_REGION with another), CL_INVALID_IMAGE_SIZE and CL_IMAGE_FORMAT_NOT_SUPPORTED (an image that the
 * queue's device does not take); or the ExecutionError of a map that failed: then nothing is mapped.
 */
export const mapImage =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: MapImageOptions & Waiting<D>) =>
  <E>(src: Flow<E, Enqueued<ClImage>>): Flow<E | DepErrors<D> | MapImageError | ExecutionError, Mapped<ClImage>> =>
    commandFlow(MAP_IMAGE, src, { queue, operand: undefined, options })
