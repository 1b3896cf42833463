import type { ImageShape } from '@rxcl/core'
import { ORDER_VALUES, TYPE_VALUES } from '@rxcl/core/port'
import type { ImageRecord } from '../binding/binding.ts'
import { IMAGE_TYPE_VALUES } from './image-type-values.ts'

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
