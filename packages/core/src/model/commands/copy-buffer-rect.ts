import type { Origin, Region } from '../box.ts'
import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueCopyBufferRect: a box of one buffer's bytes into another. Pitches in bytes. */
export interface CopyBufferRect {
  readonly _tag: 'CopyBufferRect'
  readonly srcBuffer: ClBuffer
  readonly dstBuffer: ClBuffer
  /** Bytes, rows, slices. */
  readonly srcOrigin: Origin
  /** Bytes, rows, slices. */
  readonly dstOrigin: Origin
  /** Bytes, rows, slices. */
  readonly region: Region
  /** From one row to the next; 0 for tightly packed rows. */
  readonly srcRowPitch: number
  /** From one slice to the next; 0 for tightly packed ones. */
  readonly srcSlicePitch: number
  /** As `srcRowPitch`. */
  readonly dstRowPitch: number
  /** As `srcSlicePitch`. */
  readonly dstSlicePitch: number
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueCopyBufferRect that the host can check. */
export type CopyBufferRectError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
  | 'CL_MEM_COPY_OVERLAP'
>

export const copyBufferRectCommand = (fields: {
  readonly srcBuffer: ClBuffer
  readonly dstBuffer: ClBuffer
  readonly srcOrigin?: Origin | undefined
  readonly dstOrigin?: Origin | undefined
  readonly region: Region
  readonly srcRowPitch?: number | undefined
  readonly srcSlicePitch?: number | undefined
  readonly dstRowPitch?: number | undefined
  readonly dstSlicePitch?: number | undefined
}): CopyBufferRect => ({
  _tag: 'CopyBufferRect',
  srcBuffer: fields.srcBuffer,
  dstBuffer: fields.dstBuffer,
  srcOrigin: fields.srcOrigin ?? [0, 0, 0],
  dstOrigin: fields.dstOrigin ?? [0, 0, 0],
  region: fields.region,
  srcRowPitch: fields.srcRowPitch ?? 0,
  srcSlicePitch: fields.srcSlicePitch ?? 0,
  dstRowPitch: fields.dstRowPitch ?? 0,
  dstSlicePitch: fields.dstSlicePitch ?? 0,
})
