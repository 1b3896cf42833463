import type { ImageShape, ImageType } from '@rxcl/core'
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

/** Where the driver finds the pixels: `buffer` is the handle behind the image, or 0; pitches in bytes, or 0. */
export interface RecordedStorage {
  readonly buffer: number
  readonly rowPitch: number
  readonly slicePitch: number
}

const SLICED: ReadonlySet<ImageType> = new Set(['1D_ARRAY', '2D_ARRAY', '3D'])

/** cl_image_format and cl_image_desc: a slice pitch only where the type has slices. */
export const imageRecordOf = (shape: ImageShape, storage: RecordedStorage): ImageRecord => ({
  channelOrder: ORDER_VALUES[shape.format.channelOrder],
  channelDataType: TYPE_VALUES[shape.format.channelDataType],
  imageType: IMAGE_TYPE_VALUES[shape.type],
  width: shape.width,
  height: shape.height,
  depth: shape.depth,
  arraySize: shape.arraySize,
  buffer: storage.buffer,
  rowPitch: shape.type === '1D_BUFFER' ? 0 : storage.rowPitch,
  slicePitch: SLICED.has(shape.type) ? storage.slicePitch : 0,
})
