import type { Origin, Region } from '../box.ts'
import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { ClImage } from '../image.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueCopyImageToBuffer: a box of an image, tightly packed, into a buffer. Box in pixels, offset in bytes. */
export interface CopyImageToBuffer {
  readonly _tag: 'CopyImageToBuffer'
  readonly srcImage: ClImage
  readonly dstBuffer: ClBuffer
  readonly srcOrigin: Origin
  /** Without it: from `srcOrigin` to the far corner of the image. */
  readonly region: Region | undefined
  readonly dstOffset: number
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueCopyImageToBuffer that the host can check. */
export type CopyImageToBufferError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
>

export const copyImageToBufferCommand = (fields: {
  readonly srcImage: ClImage
  readonly dstBuffer: ClBuffer
  readonly srcOrigin?: Origin | undefined
  readonly region?: Region | undefined
  readonly dstOffset?: number | undefined
}): CopyImageToBuffer => ({
  _tag: 'CopyImageToBuffer',
  srcImage: fields.srcImage,
  dstBuffer: fields.dstBuffer,
  srcOrigin: fields.srcOrigin ?? [0, 0, 0],
  region: fields.region,
  dstOffset: fields.dstOffset ?? 0,
})
