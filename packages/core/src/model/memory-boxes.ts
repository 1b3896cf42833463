import type { Triple } from './box.ts'
import type { BufferObject } from './buffer.ts'
import { bytesOf, type HostData } from './host-data.ts'
import type { ImageObject } from './image.ts'
import { byteRange, type StridedBox } from './strided-box.ts'
import type { SvmPointerObject } from './svm.ts'

// Where the bytes of a command lie. Objects that share bytes have the same memory: a sub-buffer its parent's, an image
// made from a buffer that buffer's. Other images have bytes of their own, taken as tightly packed.

/** The buffer whose bytes these are. */
const rootOf = (buffer: BufferObject): BufferObject => buffer.parent ?? buffer

export const bufferRange = (buffer: BufferObject, offset: number, size: number): StridedBox =>
  byteRange(rootOf(buffer), buffer.origin + offset, size)

/** `origin` and `region` in bytes, rows and slices. */
export const bufferBox = (
  buffer: BufferObject,
  origin: Triple,
  region: Triple,
  rowPitch: number,
  slicePitch: number,
): StridedBox => ({
  memory: rootOf(buffer),
  start: buffer.origin + origin[0] + origin[1] * rowPitch + origin[2] * slicePitch,
  rowBytes: region[0],
  rows: region[1],
  rowPitch,
  slices: region[2],
  slicePitch,
})

/** `origin` and `region` in pixels and images. */
export const imageBox = (image: ImageObject, origin: Triple, region: Triple): StridedBox => {
  const { buffer, elementSize } = image
  const rowPitch = buffer === undefined ? image.width * elementSize : image.rowPitch
  const slicePitch = rowPitch * Math.max(image.height, 1)
  return {
    memory: buffer === undefined ? image : rootOf(buffer),
    start: (buffer?.origin ?? 0) + origin[0] * elementSize + origin[1] * rowPitch + origin[2] * slicePitch,
    rowBytes: region[0] * elementSize,
    rows: region[1],
    rowPitch,
    slices: region[2],
    slicePitch,
  }
}

export const svmRange = ({ allocation, byteOffset }: SvmPointerObject, size: number): StridedBox =>
  byteRange(allocation, byteOffset, size)

/** The first `size` bytes of host memory. */
export const hostRange = (data: HostData, size: number): StridedBox => {
  const { buffer, byteOffset } = bytesOf(data)
  return byteRange(buffer, byteOffset, size)
}
