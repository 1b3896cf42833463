import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { MapFlag } from '../map-flag.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueMapBuffer: bytes of a buffer for the host to touch. Offset and size in bytes. */
export interface MapBuffer {
  readonly _tag: 'MapBuffer'
  readonly buffer: ClBuffer
  /** What the host will do; to read and write unless given. */
  readonly mapFlags: readonly MapFlag[]
  readonly offset: number
  /** Without it: from `offset` to the end of the buffer. */
  readonly size: number | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueMapBuffer that the host can check. */
export type MapBufferError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
>

export const mapBufferCommand = (fields: {
  readonly buffer: ClBuffer
  readonly mapFlags?: readonly MapFlag[] | undefined
  readonly offset?: number | undefined
  readonly size?: number | undefined
}): MapBuffer => ({
  _tag: 'MapBuffer',
  buffer: fields.buffer,
  mapFlags: fields.mapFlags ?? ['READ', 'WRITE'],
  offset: fields.offset ?? 0,
  size: fields.size,
})
