import { elementSize, type ImageShape, type LegalImageFormat } from '@rxcl/core'

/** From a pixel to another one, in bytes. */
export interface Pitches {
  /** To the one with the next second coordinate: the next row, or the next image of a 1D array. */
  readonly rowPitch: number
  /** To the one with the next third coordinate: the next slice, or the next image of a 2D array. */
  readonly slicePitch: number
}

/** How the pixels of an image lie in its memory. In bytes. */
export interface ImageLayout extends Pitches {
  /** Undefined for what is no image. */
  readonly format: LegalImageFormat | undefined
  readonly elementSize: number
  readonly size: number
}

/** The layout of what is no image. */
export const NO_LAYOUT: ImageLayout = { format: undefined, elementSize: 0, rowPitch: 0, slicePitch: 0, size: 0 }

/**
 * No bytes between slices or images, nor between rows unless a row pitch is given, as for an image over a buffer. What a
 * type does not have is 0 in its shape and counts as 1.
 */
export const layoutOf = (shape: ImageShape, rowPitch = shape.width * elementSize(shape.format)): ImageLayout => {
  const slicePitch = rowPitch * Math.max(shape.height, 1)
  return {
    format: shape.format,
    elementSize: elementSize(shape.format),
    rowPitch,
    slicePitch,
    size: slicePitch * Math.max(shape.depth, 1) * Math.max(shape.arraySize, 1),
  }
}

/** Of host memory as coordinates count it: a 1D array steps from image to image by its slice pitch. */
export const hostRowPitch = (type: ImageShape['type'], rowPitch: number, slicePitch: number): number =>
  type === '1D_ARRAY' ? slicePitch : rowPitch

/** All pixels as a box: bytes of a row, rows or images of a 1D array, slices or images of a 2D array. */
export const boxOf = (shape: ImageShape): readonly [number, number, number] => {
  const rowBytes = shape.width * elementSize(shape.format)
  const images = Math.max(shape.arraySize, 1)
  if (shape.type === '1D_ARRAY') return [rowBytes, images, 1]
  return [rowBytes, Math.max(shape.height, 1), Math.max(shape.depth, 1) * images]
}
