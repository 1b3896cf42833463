import type { Origin, Region } from '../box.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { ClImage } from '../image.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueReadImage: a box of an image into host memory. Origin and region in pixels, pitches in bytes. */
export interface ReadImage {
  readonly _tag: 'ReadImage'
  readonly image: ClImage
  readonly origin: Origin
  /** Without it: from `origin` to the far corner of the image. */
  readonly region: Region | undefined
  /** From one row of the result to the next; 0 for tightly packed rows. */
  readonly rowPitch: number
  /** From one slice, or image of an array, to the next; 0 for tightly packed ones. */
  readonly slicePitch: number
  /** Where the pixels go; without it the library allocates. */
  readonly ptr: HostData | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueReadImage that the host can check. */
export type ReadImageError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
  | 'CL_OUT_OF_HOST_MEMORY'
>

export const readImageCommand = (fields: {
  readonly image: ClImage
  readonly origin?: Origin | undefined
  readonly region?: Region | undefined
  readonly rowPitch?: number | undefined
  readonly slicePitch?: number | undefined
  readonly ptr?: HostData | undefined
}): ReadImage => ({
  _tag: 'ReadImage',
  image: fields.image,
  origin: fields.origin ?? [0, 0, 0],
  region: fields.region,
  rowPitch: fields.rowPitch ?? 0,
  slicePitch: fields.slicePitch ?? 0,
  ptr: fields.ptr,
})
