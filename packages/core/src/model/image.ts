import type { BufferObject, ClBuffer } from './buffer.ts'
import type { ContextIdentity } from './context-identity.ts'
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
  /** 1D_BUFFER: the buffer whose bytes are the pixels. */
  readonly buffer?: ClBuffer
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
  /** For 1D_BUFFER: the buffer whose bytes are the pixels. */
  readonly buffer: ClBuffer | undefined
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

  constructor(
    context: ContextIdentity,
    handle: unknown,
    owner: ResourceOwner,
    shape: ImageShape<T>,
    flags: readonly MemFlag[],
    buffer: BufferObject | undefined,
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
    this.buffer = buffer
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
