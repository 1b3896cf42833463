import type { Origin, Region } from '../box.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { ClImage } from '../image.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** The four components of a colour, or the one of a depth. */
export type FillColor = readonly [number, number, number, number] | readonly [number]

/** clEnqueueFillImage: a colour into a box of an image. Origin and region in pixels. */
export interface FillImage {
  readonly _tag: 'FillImage'
  readonly image: ClImage
  /** Red, green, blue, alpha: floats, or integers for the SIGNED_INT and UNSIGNED_INT types; one float for CL_DEPTH. */
  readonly fillColor: FillColor
  readonly origin: Origin
  /** Without it: from `origin` to the far corner of the image. */
  readonly region: Region | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueFillImage that the host can check. */
export type FillImageError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
>

export const fillImageCommand = (fields: {
  readonly image: ClImage
  readonly fillColor: FillColor
  readonly origin?: Origin | undefined
  readonly region?: Region | undefined
}): FillImage => ({
  _tag: 'FillImage',
  image: fields.image,
  fillColor: fields.fillColor,
  origin: fields.origin ?? [0, 0, 0],
  region: fields.region,
})
