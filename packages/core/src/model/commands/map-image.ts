import type { Origin, Region } from '../box.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { ClImage } from '../image.ts'
import type { MapFlag } from '../map-flag.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueMapImage: a box of an image for the host to touch. Origin and region in pixels. */
export interface MapImage {
  readonly _tag: 'MapImage'
  readonly image: ClImage
  /** What the host will do; to read and write unless given. */
  readonly mapFlags: readonly MapFlag[]
  readonly origin: Origin
  /** Without it: from `origin` to the far corner of the image. */
  readonly region: Region | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueMapImage that the host can check. */
export type MapImageError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
>

export const mapImageCommand = (fields: {
  readonly image: ClImage
  readonly mapFlags?: readonly MapFlag[] | undefined
  readonly origin?: Origin | undefined
  readonly region?: Region | undefined
}): MapImage => ({
  _tag: 'MapImage',
  image: fields.image,
  mapFlags: fields.mapFlags ?? ['READ', 'WRITE'],
  origin: fields.origin ?? [0, 0, 0],
  region: fields.region,
})
