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

/** Bytes of one memory as boxes of [bytes, rows, slices] see them. */
export interface RectSide {
  readonly bytes: Uint8Array
  /** Of the object in `bytes`: 0 unless it is a part. */
  readonly start?: number
  readonly origin?: Triple
  /** 0, and left out, for tightly packed rows and slices. */
  readonly rowPitch?: number
  readonly slicePitch?: number
}

const rectByte = (side: RectSide, region: Triple, x: number, y: number, z: number): number => {
  const [ox, oy, oz] = side.origin ?? [0, 0, 0]
  const row = side.rowPitch === undefined || side.rowPitch === 0 ? region[0] : side.rowPitch
  const slice = side.slicePitch === undefined || side.slicePitch === 0 ? row * region[1] : side.slicePitch
  return (side.start ?? 0) + (oz + z) * slice + (oy + y) * row + ox + x
}

/** One past the last byte of a box. */
export const rectEnd = (side: RectSide, region: Triple): number =>
  rectByte(side, region, region[0] - 1, region[1] - 1, region[2] - 1) + 1

/** A box of bytes from one memory to another. */
export const copyRect = (src: RectSide, dst: RectSide, region: Triple): void => {
  for (let z = 0; z < region[2]; z += 1)
    for (let y = 0; y < region[1]; y += 1)
      for (let x = 0; x < region[0]; x += 1)
        dst.bytes[rectByte(dst, region, x, y, z)] = src.bytes[rectByte(src, region, x, y, z)] ?? 0
}

/** A pattern again and again. */
export const fillBytes = (bytes: Uint8Array, offset: number, size: number, pattern: Uint8Array): void => {
  for (let index = 0; index < size; index += 1) bytes[offset + index] = pattern[index % pattern.length] ?? 0
}

/** A box of one image into another of the same pixel size, or into itself where the boxes share no pixel. */
export const copyPixels = (
  src: OracleImage,
  srcOrigin: Triple,
  dst: OracleImage,
  dstOrigin: Triple,
  region: Triple,
): void => {
  const packed = new Uint8Array(volume(region) * src.elementSize)
  imageToBuffer(src, { origin: srcOrigin, region }, packed, 0)
  bufferToImage(packed, 0, dst, { origin: dstOrigin, region })
}

/** One pixel into all of a box. */
export const fillPixels = (image: OracleImage, box: Box, pixel: Uint8Array): void => {
  const packed = new Uint8Array(volume(box.region) * pixel.length)
  fillBytes(packed, 0, packed.length, pixel)
  bufferToImage(packed, 0, image, box)
}
