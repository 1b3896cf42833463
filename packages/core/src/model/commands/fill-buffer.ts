import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueFillBuffer: a pattern, again and again, into a buffer. Offset and size in bytes. */
export interface FillBuffer {
  readonly _tag: 'FillBuffer'
  readonly buffer: ClBuffer
  /** 1, 2, 4, … or 128 bytes; copied when the command is enqueued. */
  readonly pattern: HostData
  /** A multiple of the pattern's size. */
  readonly offset: number
  /** A multiple of the pattern's size; without it: from `offset` to the end of the buffer. */
  readonly size: number | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueFillBuffer that the host can check. */
export type FillBufferError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
>

export const fillBufferCommand = (fields: {
  readonly buffer: ClBuffer
  readonly pattern: HostData
  readonly offset?: number | undefined
  readonly size?: number | undefined
}): FillBuffer => ({
  _tag: 'FillBuffer',
  buffer: fields.buffer,
  pattern: fields.pattern,
  offset: fields.offset ?? 0,
  size: fields.size,
})
