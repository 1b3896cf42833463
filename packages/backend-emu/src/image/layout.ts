import { elementSize, type ImageShape } from '@rxcl/core'

/** How the pixels of an image lie in its memory. In bytes. */
export interface ImageLayout {
  readonly elementSize: number
  /** From a pixel to the one with the next second coordinate: the next row, or the next image of a 1D array. */
  readonly rowPitch: number
  /** From a pixel to the one with the next third coordinate: the next slice, or the next image of a 2D array. */
  readonly slicePitch: number
  readonly size: number
}

/** The layout of what is no image. */
export const NO_LAYOUT: ImageLayout = { elementSize: 0, rowPitch: 0, slicePitch: 0, size: 0 }

/** Tight storage: no bytes between rows, slices or images. What a type does not have is 0 in its shape and counts as 1. */
export const layoutOf = (shape: ImageShape): ImageLayout => {
  const pixel = elementSize(shape.format)
  const rowPitch = shape.width * pixel
  const slicePitch = rowPitch * Math.max(shape.height, 1)
  return {
    elementSize: pixel,
    rowPitch,
    slicePitch,
    size: slicePitch * Math.max(shape.depth, 1) * Math.max(shape.arraySize, 1),
  }
}
