import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ClBuffer } from '../model/buffer.ts'
import type { LegalImageFormat } from '../model/image-format.ts'
import type { ClImage } from '../model/image.ts'
import { imageRefusal, isLiveImage } from '../validate/rules/object-rules.ts'
import type { ImageInfoError } from './query-errors.ts'

/** CL_IMAGE_…: pixels and images, and 0 for what the type does not have; pitches and sizes in bytes. */
export interface ImageInfo {
  readonly format: LegalImageFormat
  /** Bytes per pixel. */
  readonly elementSize: number
  /** As given when the image was made, or tightly packed. */
  readonly rowPitch: number
  /** As given when the image was made, or tightly packed; 0 for 1D and 2D images. */
  readonly slicePitch: number
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly arraySize: number
  /** The buffer whose bytes are the pixels, where the image was made from one. */
  readonly buffer: ClBuffer | undefined
  /** 0: there are no mipmaps here. */
  readonly numMipLevels: number
  /** 0: there are no multi-sampled images here. */
  readonly numSamples: number
}

/**
 * What is known of an image: clGetImageInfo.
 *
 * Left: CL_INVALID_MEM_OBJECT (no image, or a released one).
 */
export const imageInfo = (image: ClImage): Either<ImageInfoError, ImageInfo> => {
  if (!isLiveImage(image)) return left(imageRefusal('imageInfo', 'image', image))
  const { format, elementSize, rowPitch, slicePitch, width, height, depth, arraySize, buffer } = image
  return right({
    format,
    elementSize,
    rowPitch,
    slicePitch,
    width,
    height,
    depth,
    arraySize,
    buffer,
    numMipLevels: 0,
    numSamples: 0,
  })
}
