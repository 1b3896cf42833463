import type { Origin, Region } from '../box.ts'
import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueReadBufferRect: a box of a buffer's bytes into host memory. Pitches in bytes. */
export interface ReadBufferRect {
  readonly _tag: 'ReadBufferRect'
  readonly buffer: ClBuffer
  /** Bytes, rows, slices. */
  readonly bufferOrigin: Origin
  /** Bytes, rows, slices. */
  readonly hostOrigin: Origin
  /** Bytes, rows, slices. */
  readonly region: Region
  /** From one row to the next; 0 for tightly packed rows. */
  readonly bufferRowPitch: number
  /** From one slice to the next; 0 for tightly packed ones. */
  readonly bufferSlicePitch: number
  /** As `bufferRowPitch`. */
  readonly hostRowPitch: number
  /** As `bufferSlicePitch`. */
  readonly hostSlicePitch: number
  /** Where the bytes go; without it the library allocates. */
  readonly ptr: HostData | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueReadBufferRect that the host can check. */
export type ReadBufferRectError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
  | 'CL_OUT_OF_HOST_MEMORY'
>

export const readBufferRectCommand = (fields: {
  readonly buffer: ClBuffer
  readonly bufferOrigin?: Origin | undefined
  readonly hostOrigin?: Origin | undefined
  readonly region: Region
  readonly bufferRowPitch?: number | undefined
  readonly bufferSlicePitch?: number | undefined
  readonly hostRowPitch?: number | undefined
  readonly hostSlicePitch?: number | undefined
  readonly ptr?: HostData | undefined
}): ReadBufferRect => ({
  _tag: 'ReadBufferRect',
  buffer: fields.buffer,
  bufferOrigin: fields.bufferOrigin ?? [0, 0, 0],
  hostOrigin: fields.hostOrigin ?? [0, 0, 0],
  region: fields.region,
  bufferRowPitch: fields.bufferRowPitch ?? 0,
  bufferSlicePitch: fields.bufferSlicePitch ?? 0,
  hostRowPitch: fields.hostRowPitch ?? 0,
  hostSlicePitch: fields.hostSlicePitch ?? 0,
  ptr: fields.ptr,
})
