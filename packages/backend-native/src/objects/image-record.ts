import type { ImageShape } from '@rxcl/core'
import { ORDER_VALUES, TYPE_VALUES } from '@rxcl/core/port'
import type { ImageRecord } from '../binding/binding.ts'
import { IMAGE_TYPE_VALUES } from './image-type-values.ts'

/**
 * The image that has the same memory commands, coordinates and bytes as a 1D array: a 2D image with a row for each of
 * its images. Only a kernel would see the difference.
 */
export const planeOf = (shape: ImageShape): ImageShape => ({
  ...shape,
  type: '2D',
  height: shape.arraySize,
  arraySize: 0,
})

/** cl_image_format and cl_image_desc; `buffer` is the handle behind a 1D_BUFFER image, or 0. */
export const imageRecordOf = (shape: ImageShape, buffer: number): ImageRecord => ({
  channelOrder: ORDER_VALUES[shape.format.channelOrder],
  channelDataType: TYPE_VALUES[shape.format.channelDataType],
  imageType: IMAGE_TYPE_VALUES[shape.type],
  width: shape.width,
  height: shape.height,
  depth: shape.depth,
  arraySize: shape.arraySize,
  buffer,
})
