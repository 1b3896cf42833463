import type { BufferRef, ImageRef, SvmRef } from '@rxcl/core/port'

// What the port hands out: the driver's numbers themselves for buffers and SVM, more where a guard needs more.

export interface SubBufferHandle {
  readonly mem: number
  readonly parent: number
  /** In bytes of the parent. */
  readonly origin: number
}

export type BufferHandle = number | SubBufferHandle

export interface ImageHandle {
  readonly mem: number
  /** The buffer behind a 1D_BUFFER image. */
  readonly buffer: BufferHandle | undefined
  /** A 1D array that the driver has as a 2D image, one row for each image. */
  readonly isPlane: boolean
}

/** The driver's number of a buffer, sub-buffer or image. */
export const memOf = (handle: BufferHandle | ImageHandle): number => (typeof handle === 'number' ? handle : handle.mem)

export const bufferOf = (ref: BufferRef): BufferHandle => ref.handle as BufferHandle
export const imageOf = (ref: ImageRef): ImageHandle => ref.handle as ImageHandle
export const bufferMem = (ref: BufferRef): number => memOf(bufferOf(ref))
export const imageMem = (ref: ImageRef): number => imageOf(ref).mem
export const svmOf = (ref: SvmRef): number => ref.allocation.handle as number
