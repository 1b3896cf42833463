import type { Origin, Region } from '../box.ts'
import type { ClBuffer } from '../buffer.ts'
import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueWriteBufferRect: a box of host memory's bytes into a buffer. Pitches in bytes. */
export interface WriteBufferRect {
  readonly _tag: 'WriteBufferRect'
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
  readonly ptr: HostData
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueWriteBufferRect that the host can check. */
export type WriteBufferRectError = ErrorFor<
  | QueueAndWaitListCode
  | 'CL_INVALID_MEM_OBJECT'
  | 'CL_INVALID_OPERATION'
  | 'CL_INVALID_VALUE'
  | 'CL_MISALIGNED_SUB_BUFFER_OFFSET'
>

export const writeBufferRectCommand = (fields: {
  readonly buffer: ClBuffer
  readonly bufferOrigin?: Origin | undefined
  readonly hostOrigin?: Origin | undefined
  readonly region: Region
  readonly bufferRowPitch?: number | undefined
  readonly bufferSlicePitch?: number | undefined
  readonly hostRowPitch?: number | undefined
  readonly hostSlicePitch?: number | undefined
  readonly ptr: HostData
}): WriteBufferRect => ({
  _tag: 'WriteBufferRect',
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
