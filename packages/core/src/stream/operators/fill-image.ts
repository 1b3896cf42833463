import type { Origin, Region } from '../../model/box.ts'
import { fillImageCommand, type FillColor, type FillImageError } from '../../model/commands/fill-image.ts'
import type { ClImage } from '../../model/image.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** Where the colour goes. */
export interface FillImageOptions {
  readonly origin?: Origin
  readonly region?: Region
}

const FILL_IMAGE: OperatorKind<FillImageOptions> = {
  emits: 'enqueued',
  command: (image, fillColor, options) =>
    fillImageCommand({
      image: image as ClImage,
      fillColor: fillColor as FillColor,
      origin: options?.origin,
      region: options?.region,
    }),
}

/**
 * Emits each image as soon as the fill of a box is enqueued: clEnqueueFillImage. `fillColor` is red, green, blue and
 * alpha, which the device converts to the image's format: whole numbers for the SIGNED_INT types (-2^31 to 2^31 - 1) and
 * the UNSIGNED_INT types (0 to 2^32 - 1), else any numbers, also not finite ones; for CL_DEPTH it is the depth alone. It is
 * copied when the command is enqueued. `origin` and `region` in pixels and images; without `region`: to the far corner.
 * Emissions are in the order of the images.
 *
 * Left: a Left of the source or `waitFor`, passed on; or a FillImageError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device is older than
 * 1.2 or has no images), CL_INVALID_VALUE (a colour that the format does not take, a box that leaves the image or does
 * not fit its type), CL_INVALID_IMAGE_SIZE and CL_IMAGE_FORMAT_NOT_SUPPORTED (an image that the queue's device does not
 * take).
 */
export const fillImage =
  <const D extends Deps = []>(queue: ClCommandQueue, fillColor: FillColor, options?: FillImageOptions & Waiting<D>) =>
  <E>(images: Flow<E, Enqueued<ClImage>>): Flow<E | DepErrors<D> | FillImageError, Enqueued<ClImage>> =>
    commandFlow(FILL_IMAGE, images, { queue, operand: fillColor, options })
