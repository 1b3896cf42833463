import type { Triple } from '../../model/box.ts'
import type { ImageType } from '../../model/image-type.ts'
import type { StridedBox } from '../../model/strided-box.ts'

// Where the bytes of a command lie in host memory.

/** Origin and region in bytes, rows and slices. */
export const hostRect = (
  { buffer, byteOffset }: Uint8Array,
  origin: Triple,
  region: Triple,
  rowPitch: number,
  slicePitch: number,
): StridedBox => ({
  memory: buffer,
  start: byteOffset + origin[0] + origin[1] * rowPitch + origin[2] * slicePitch,
  rowBytes: region[0],
  rows: region[1],
  rowPitch,
  slices: region[2],
  slicePitch,
})

/** The pixels of a region, from the first byte of `bytes` on. */
export const hostPixels = (
  { buffer, byteOffset }: Uint8Array,
  { type, elementSize }: { readonly type: ImageType; readonly elementSize: number },
  region: Triple,
  rowPitch: number,
  slicePitch: number,
): StridedBox => ({
  memory: buffer,
  start: byteOffset,
  rowBytes: region[0] * elementSize,
  rows: region[1],
  rowPitch: type === '1D_ARRAY' ? slicePitch : rowPitch,
  slices: region[2],
  slicePitch,
})
