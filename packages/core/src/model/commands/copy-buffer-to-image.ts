import type { Origin, Region } from '../box.ts'
import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { ClImage } from '../image.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueCopyBufferToImage: tightly packed bytes of a buffer into a box of an image. Offset in bytes, box in pixels. */
export interface CopyBufferToImage {
  readonly _tag: 'CopyBufferToImage'
  readonly srcBuffer: ClBuffer
  readonly dstImage: ClImage
  readonly srcOffset: number
  readonly dstOrigin: Origin
  /** Without it: from `dstOrigin` to the far corner of the image. */
  readonly region: Region | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueCopyBufferToImage that the host can check. */
export type CopyBufferToImageError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_INVALID_IMAGE_SIZE'
  | 'CL_IMAGE_FORMAT_NOT_SUPPORTED'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
>

export const copyBufferToImageCommand = (fields: {
  readonly srcBuffer: ClBuffer
  readonly dstImage: ClImage
  readonly srcOffset?: number | undefined
  readonly dstOrigin?: Origin | undefined
  readonly region?: Region | undefined
}): CopyBufferToImage => ({
  _tag: 'CopyBufferToImage',
  srcBuffer: fields.srcBuffer,
  dstImage: fields.dstImage,
  srcOffset: fields.srcOffset ?? 0,
  dstOrigin: fields.dstOrigin ?? [0, 0, 0],
  region: fields.region,
})
