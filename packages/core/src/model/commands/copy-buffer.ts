import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueCopyBuffer: bytes of one buffer into another. Offsets and size in bytes. */
export interface CopyBuffer {
  readonly _tag: 'CopyBuffer'
  readonly srcBuffer: ClBuffer
  readonly dstBuffer: ClBuffer
  readonly srcOffset: number
  readonly dstOffset: number
  /** Without it: from `srcOffset` to the end of the source. */
  readonly size: number | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueCopyBuffer that the host can check. */
export type CopyBufferError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
  | 'CL_MEM_COPY_OVERLAP'
>

export const copyBufferCommand = (fields: {
  readonly srcBuffer: ClBuffer
  readonly dstBuffer: ClBuffer
  readonly srcOffset?: number | undefined
  readonly dstOffset?: number | undefined
  readonly size?: number | undefined
}): CopyBuffer => ({
  _tag: 'CopyBuffer',
  srcBuffer: fields.srcBuffer,
  dstBuffer: fields.dstBuffer,
  srcOffset: fields.srcOffset ?? 0,
  dstOffset: fields.dstOffset ?? 0,
  size: fields.size,
})
