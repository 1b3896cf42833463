import type { Triple } from '../../model/box.ts'
import type { BufferRef, ImageRef } from './references.ts'

/** Pitches are in bytes and never 0; for a 1D array `slicePitch` goes from image to image. */
export interface PortWriteImage {
  readonly _tag: 'WriteImage'
  readonly image: ImageRef
  readonly origin: Triple
  readonly region: Triple
  readonly inputRowPitch: number
  readonly inputSlicePitch: number
  readonly ptr: Uint8Array
}

/** Pitches as in PortWriteImage. */
export interface PortReadImage {
  readonly _tag: 'ReadImage'
  readonly image: ImageRef
  readonly origin: Triple
  readonly region: Triple
  readonly rowPitch: number
  readonly slicePitch: number
  readonly ptr: Uint8Array
}

/** Images of one format. */
export interface PortCopyImage {
  readonly _tag: 'CopyImage'
  readonly srcImage: ImageRef
  readonly dstImage: ImageRef
  readonly srcOrigin: Triple
  readonly dstOrigin: Triple
  readonly region: Triple
}

/**
 * `fillColor` as the C interface takes it, in the byte order of the host: four 32-bit floats, signed or unsigned
 * integers, as the format asks; one float for CL_DEPTH. Nobody changes it.
 */
export interface PortFillImage {
  readonly _tag: 'FillImage'
  readonly image: ImageRef
  readonly fillColor: Uint8Array
  readonly origin: Triple
  readonly region: Triple
}

export interface PortCopyImageToBuffer {
  readonly _tag: 'CopyImageToBuffer'
  readonly srcImage: ImageRef
  readonly dstBuffer: BufferRef
  readonly srcOrigin: Triple
  readonly region: Triple
  readonly dstOffset: number
}

export interface PortCopyBufferToImage {
  readonly _tag: 'CopyBufferToImage'
  readonly srcBuffer: BufferRef
  readonly dstImage: ImageRef
  readonly srcOffset: number
  readonly dstOrigin: Triple
  readonly region: Triple
}
