import type { LegalImageFormat } from '@rxcl/core'
import type { BufferRef, ImageRef, SvmRef } from '@rxcl/core/port'

// What the port hands out: the driver's numbers themselves for most buffers and SVM, more where a guard needs more.

/** A sub-buffer, or a buffer over memory of the program. */
export interface BufferRecord {
  readonly mem: number
  /** The buffer that it is a part of; 0 for a whole one. */
  readonly parent: number
  /** In bytes of the parent. */
  readonly origin: number
  /** With USE_HOST_PTR: the program's memory, from the first byte of this buffer on. */
  readonly host: Uint8Array | undefined
}

export type BufferHandle = number | BufferRecord

/** Pixels in memory of the program, from the first on. */
export interface HostPixels {
  readonly bytes: Uint8Array
  readonly rowPitch: number
  readonly slicePitch: number
  /** The driver has a copy of them. */
  readonly isMirror: boolean
}

export interface ImageHandle {
  readonly mem: number
  readonly format: LegalImageFormat
  /** The buffer whose bytes are the pixels. */
  readonly buffer: BufferHandle | undefined
  /** With USE_HOST_PTR, its own or that of the buffer. */
  readonly host: HostPixels | undefined
  /** A 1D array that the driver has as a 2D image, one row for each image. */
  readonly isPlane: boolean
}

/** The driver's number of a buffer, sub-buffer or image. */
export const memOf = (handle: BufferHandle | ImageHandle): number => (typeof handle === 'number' ? handle : handle.mem)

/** The program's memory that a buffer lies in. */
export const hostOf = (handle: BufferHandle): Uint8Array | undefined =>
  typeof handle === 'number' ? undefined : handle.host

export const bufferOf = (ref: BufferRef): BufferHandle => ref.handle as BufferHandle
export const imageOf = (ref: ImageRef): ImageHandle => ref.handle as ImageHandle
export const bufferMem = (ref: BufferRef): number => memOf(bufferOf(ref))
export const imageMem = (ref: ImageRef): number => imageOf(ref).mem
export const memObjectOf = (ref: BufferRef | ImageRef): number => memOf(ref.handle as BufferHandle | ImageHandle)
export const svmOf = (ref: SvmRef): number => ref.allocation.handle as number
