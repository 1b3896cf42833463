import type { BufferObject, ClBuffer } from './buffer.ts'
import type { ContextIdentity } from './context-identity.ts'
import type { HostData } from './host-data.ts'
import { elementSize, type ImageFormat, type LegalImageFormat } from './image-format.ts'
import type { ImageType } from './image-type.ts'
import type { MemFlag } from './mem-flag.ts'
import { Resource, type ResourceOwner } from './resource.ts'

/** cl_image_desc and cl_image_format. Sizes in pixels; what a type does not use is left out. */
export interface ImageDesc<T extends ImageType> {
  readonly type: T
  readonly format: ImageFormat
  readonly width: number
  /** 2D, 2D_ARRAY and 3D. */
  readonly height?: number
  /** 3D. */
  readonly depth?: number
  /** 1D_ARRAY and 2D_ARRAY: the number of images. */
  readonly arraySize?: number
  /** 1D_BUFFER, and 2D where the device has an `imagePitchAlignment`: the buffer whose bytes are the pixels. */
  readonly buffer?: ClBuffer
  /** With USE_HOST_PTR or COPY_HOST_PTR: the pixels, from the first to the last. */
  readonly hostPtr?: HostData
  /** In bytes, of `hostPtr` or of the buffer behind a 2D image; 0 for tightly packed rows. */
  readonly rowPitch?: number
  /** In bytes, of `hostPtr`, from slice to slice or image to image; 0 for tightly packed ones. */
  readonly slicePitch?: number
  readonly flags?: readonly MemFlag[]
}

/** A description with every default filled in: 0 for what the type does not have, as the C queries answer. */
export interface ImageShape<T extends ImageType = ImageType> {
  readonly type: T
  readonly format: LegalImageFormat
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly arraySize: number
}

/** An image object. */
export interface ClImage<T extends ImageType = ImageType> extends Disposable {
  readonly _tag: 'Image'
  readonly type: T
  readonly format: LegalImageFormat
  /** In pixels. */
  readonly width: number
  /** In pixels; 0 for 1D types and arrays of them. */
  readonly height: number
  /** In pixels; 0 unless 3D. */
  readonly depth: number
  /** In images; 0 unless an array. */
  readonly arraySize: number
  /** Bytes per pixel. */
  readonly elementSize: number
  readonly flags: readonly MemFlag[]
  /** For an image made from a buffer: the buffer whose bytes are the pixels. */
  readonly buffer: ClBuffer | undefined
  /** CL_IMAGE_ROW_PITCH: in bytes, as given when the image was made, or tightly packed. */
  readonly rowPitch: number
  /** CL_IMAGE_SLICE_PITCH: in bytes, as given or tightly packed; 0 for 1D and 2D images. */
  readonly slicePitch: number
  /** What the image was made over, with USE_HOST_PTR. */
  readonly hostPtr: HostData | undefined
  release(): void
}

export class ImageObject<T extends ImageType = ImageType> extends Resource implements ClImage<T> {
  readonly _tag = 'Image'
  readonly type: T
  readonly format: LegalImageFormat
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly arraySize: number
  readonly elementSize: number
  readonly flags: readonly MemFlag[]
  readonly buffer: BufferObject | undefined
  readonly rowPitch: number
  readonly slicePitch: number
  readonly hostPtr: HostData | undefined

  constructor(
    context: ContextIdentity,
    handle: unknown,
    owner: ResourceOwner,
    shape: ImageShape<T>,
    flags: readonly MemFlag[],
    storage: {
      readonly buffer: BufferObject | undefined
      readonly rowPitch: number
      readonly slicePitch: number
      readonly hostPtr: HostData | undefined
    },
  ) {
    super(context, handle, owner)
    this.type = shape.type
    this.format = shape.format
    this.width = shape.width
    this.height = shape.height
    this.depth = shape.depth
    this.arraySize = shape.arraySize
    this.elementSize = elementSize(shape.format)
    this.flags = flags
    this.buffer = storage.buffer
    this.rowPitch = storage.rowPitch
    this.slicePitch = storage.slicePitch
    this.hostPtr = storage.hostPtr
  }
}

/** How far origin and region may reach: [width, second, third], 1 where the type has no such coordinate. */
export const extentOf = (image: ImageShape): readonly [number, number, number] => {
  switch (image.type) {
    case '1D':
    case '1D_BUFFER':
      return [image.width, 1, 1]
    case '1D_ARRAY':
      return [image.width, image.arraySize, 1]
    case '2D':
      return [image.width, image.height, 1]
    case '2D_ARRAY':
      return [image.width, image.height, image.arraySize]
    case '3D':
      return [image.width, image.height, image.depth]
  }
}
