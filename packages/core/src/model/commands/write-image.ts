import type { Origin, Region } from '../box.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { ClImage } from '../image.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueWriteImage: host memory into a box of an image. Origin and region in pixels, pitches in bytes. */
export interface WriteImage {
  readonly _tag: 'WriteImage'
  readonly image: ClImage
  readonly origin: Origin
  /** Without it: from `origin` to the far corner of the image. */
  readonly region: Region | undefined
  /** From one row of `ptr` to the next; 0 for tightly packed rows. */
  readonly inputRowPitch: number
  /** From one slice, or image of an array, to the next; 0 for tightly packed ones. */
  readonly inputSlicePitch: number
  /** Read when the command runs: leave it alone until the event is complete. */
  readonly ptr: HostData
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueWriteImage that the host can check. */
export type WriteImageError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
>

export const writeImageCommand = (fields: {
  readonly image: ClImage
  readonly ptr: HostData
  readonly origin?: Origin | undefined
  readonly region?: Region | undefined
  readonly inputRowPitch?: number | undefined
  readonly inputSlicePitch?: number | undefined
}): WriteImage => ({
  _tag: 'WriteImage',
  image: fields.image,
  origin: fields.origin ?? [0, 0, 0],
  region: fields.region,
  inputRowPitch: fields.inputRowPitch ?? 0,
  inputSlicePitch: fields.inputSlicePitch ?? 0,
  ptr: fields.ptr,
})
