import type { ImageType } from '../index.ts'

// What the commands mean, written down once more in the slowest way: one pixel and one byte at a time.

export type Triple = readonly [number, number, number]

/** An image as a flat array of pixels, x fastest; images of an array count as the last coordinate of their type. */
export interface OracleImage {
  readonly type: ImageType
  readonly extent: Triple
  readonly elementSize: number
  readonly pixels: Uint8Array
}

export interface Box {
  readonly origin: Triple
  readonly region: Triple
}

/** Bytes from one row to the next and from one slice to the next in host memory. */
export interface Strides {
  readonly row: number
  readonly slice: number
}

export const volume = ([x, y, z]: Triple): number => x * y * z

/** What pitches of 0 stand for; the rows of a 1D array are its images, which the slice pitch walks. */
export const stridesOf = (
  type: ImageType,
  region: Triple,
  elementSize: number,
  rowPitch: number,
  slicePitch: number,
): Strides => {
  const tightRow = rowPitch === 0 ? region[0] * elementSize : rowPitch
  const row = type === '1D_ARRAY' && slicePitch !== 0 ? slicePitch : tightRow
  return { row, slice: type === '1D_ARRAY' || slicePitch === 0 ? row * region[1] : slicePitch }
}

/** How many bytes of host memory a box takes with these strides, the last row or slice in full. */
export const hostBytes = (region: Triple, strides: Strides): number => strides.slice * region[2]

type Visit = (pixelByte: number, hostByte: number) => void

const walk = (image: OracleImage, { origin, region }: Box, strides: Strides, visit: Visit): void => {
  const [width, rows] = image.extent
  for (let z = 0; z < region[2]; z += 1)
    for (let y = 0; y < region[1]; y += 1)
      for (let x = 0; x < region[0]; x += 1) {
        const pixel = ((origin[2] + z) * rows + origin[1] + y) * width + origin[0] + x
        for (let byte = 0; byte < image.elementSize; byte += 1)
          visit(pixel * image.elementSize + byte, z * strides.slice + y * strides.row + x * image.elementSize + byte)
      }
}

/** Host memory into a box of an image. */
export const putPixels = (image: OracleImage, box: Box, host: Uint8Array, strides: Strides): void =>
  walk(image, box, strides, (pixelByte, hostByte) => {
    image.pixels[pixelByte] = host[hostByte] ?? 0
  })

/** A box of an image into host memory; what lies between the rows stays as it is. */
export const takePixels = (image: OracleImage, box: Box, host: Uint8Array, strides: Strides): void =>
  walk(image, box, strides, (pixelByte, hostByte) => {
    host[hostByte] = image.pixels[pixelByte] ?? 0
  })

export const copyBytes = (
  src: Uint8Array,
  srcOffset: number,
  dst: Uint8Array,
  dstOffset: number,
  size: number,
): void => {
  for (let index = 0; index < size; index += 1) dst[dstOffset + index] = src[srcOffset + index] ?? 0
}

const tight = (image: OracleImage, { region }: Box): Strides => stridesOf(image.type, region, image.elementSize, 0, 0)

/** A box of an image, packed, into a buffer. */
export const imageToBuffer = (image: OracleImage, box: Box, dst: Uint8Array, dstOffset: number): void =>
  takePixels(image, box, dst.subarray(dstOffset), tight(image, box))

/** Packed bytes of a buffer into a box of an image. */
export const bufferToImage = (src: Uint8Array, srcOffset: number, image: OracleImage, box: Box): void =>
  putPixels(image, box, src.subarray(srcOffset), tight(image, box))
