import type { Origin, Region } from '../box.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { ClImage } from '../image.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueCopyImage: a box of one image into another of the same format. Origins and region in pixels. */
export interface CopyImage {
  readonly _tag: 'CopyImage'
  readonly srcImage: ClImage
  readonly dstImage: ClImage
  readonly srcOrigin: Origin
  readonly dstOrigin: Origin
  /** Without it: from `srcOrigin` to the far corner of the source. */
  readonly region: Region | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueCopyImage that the host can check. */
export type CopyImageError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_IMAGE_FORMAT_MISMATCH'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
  | 'CL_MEM_COPY_OVERLAP'
>

export const copyImageCommand = (fields: {
  readonly srcImage: ClImage
  readonly dstImage: ClImage
  readonly srcOrigin?: Origin | undefined
  readonly dstOrigin?: Origin | undefined
  readonly region?: Region | undefined
}): CopyImage => ({
  _tag: 'CopyImage',
  srcImage: fields.srcImage,
  dstImage: fields.dstImage,
  srcOrigin: fields.srcOrigin ?? [0, 0, 0],
  dstOrigin: fields.dstOrigin ?? [0, 0, 0],
  region: fields.region,
})
