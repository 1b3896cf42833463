import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueReadBuffer: a buffer's bytes into host memory. Offset and size in bytes. */
export interface ReadBuffer {
  readonly _tag: 'ReadBuffer'
  readonly buffer: ClBuffer
  readonly offset: number
  /** Without it: from `offset` to the end of the buffer. */
  readonly size: number | undefined
  /** Where the bytes go; without it the library allocates. */
  readonly ptr: HostData | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueReadBuffer that the host can check. */
export type ReadBufferError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
  | 'CL_OUT_OF_HOST_MEMORY'
>

export const readBufferCommand = (fields: {
  readonly buffer: ClBuffer
  readonly offset?: number | undefined
  readonly size?: number | undefined
  readonly ptr?: HostData | undefined
}): ReadBuffer => ({
  _tag: 'ReadBuffer',
  buffer: fields.buffer,
  offset: fields.offset ?? 0,
  size: fields.size,
  ptr: fields.ptr,
})
