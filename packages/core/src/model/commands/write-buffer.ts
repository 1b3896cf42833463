import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueWriteBuffer: host memory into a buffer. Offset and size in bytes. */
export interface WriteBuffer {
  readonly _tag: 'WriteBuffer'
  readonly buffer: ClBuffer
  readonly offset: number
  /** Without it: all of `ptr`. */
  readonly size: number | undefined
  /** Read when the command runs: leave it alone until the event is complete. */
  readonly ptr: HostData
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueWriteBuffer that the host can check. */
export type WriteBufferError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
>

export const writeBufferCommand = (fields: {
  readonly buffer: ClBuffer
  readonly ptr: HostData
  readonly offset?: number | undefined
  readonly size?: number | undefined
}): WriteBuffer => ({
  _tag: 'WriteBuffer',
  buffer: fields.buffer,
  offset: fields.offset ?? 0,
  size: fields.size,
  ptr: fields.ptr,
})
