import type { Triple } from '../../model/box.ts'
import type { BufferRef } from './references.ts'

export interface PortWriteBuffer {
  readonly _tag: 'WriteBuffer'
  readonly buffer: BufferRef
  readonly offset: number
  readonly size: number
  /** At least `size` bytes; the first `size` are meant. */
  readonly ptr: Uint8Array
}

export interface PortReadBuffer {
  readonly _tag: 'ReadBuffer'
  readonly buffer: BufferRef
  readonly offset: number
  readonly size: number
  readonly ptr: Uint8Array
}

export interface PortCopyBuffer {
  readonly _tag: 'CopyBuffer'
  readonly srcBuffer: BufferRef
  readonly dstBuffer: BufferRef
  readonly srcOffset: number
  readonly dstOffset: number
  readonly size: number
}

/** Origins and region in bytes, rows and slices; no region is 0. Pitches are in bytes and never 0. */
export interface PortWriteBufferRect {
  readonly _tag: 'WriteBufferRect'
  readonly buffer: BufferRef
  readonly bufferOrigin: Triple
  readonly hostOrigin: Triple
  readonly region: Triple
  readonly bufferRowPitch: number
  readonly bufferSlicePitch: number
  readonly hostRowPitch: number
  readonly hostSlicePitch: number
  readonly ptr: Uint8Array
}

/** As PortWriteBufferRect. */
export interface PortReadBufferRect {
  readonly _tag: 'ReadBufferRect'
  readonly buffer: BufferRef
  readonly bufferOrigin: Triple
  readonly hostOrigin: Triple
  readonly region: Triple
  readonly bufferRowPitch: number
  readonly bufferSlicePitch: number
  readonly hostRowPitch: number
  readonly hostSlicePitch: number
  readonly ptr: Uint8Array
}

/** As PortWriteBufferRect. */
export interface PortCopyBufferRect {
  readonly _tag: 'CopyBufferRect'
  readonly srcBuffer: BufferRef
  readonly dstBuffer: BufferRef
  readonly srcOrigin: Triple
  readonly dstOrigin: Triple
  readonly region: Triple
  readonly srcRowPitch: number
  readonly srcSlicePitch: number
  readonly dstRowPitch: number
  readonly dstSlicePitch: number
}

/** `pattern` has 1, 2, 4, … or 128 bytes, which nobody changes; `offset` and `size` are multiples of that. */
export interface PortFillBuffer {
  readonly _tag: 'FillBuffer'
  readonly buffer: BufferRef
  readonly pattern: Uint8Array
  readonly offset: number
  readonly size: number
}
