import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { BufferObject, type ClBuffer } from '../model/buffer.ts'
import { refusal } from '../model/cl-error.ts'
import type { HostData } from '../model/host-data.ts'
import { extentOf, type ClImage, type ImageObject } from '../model/image.ts'
import type { ImageType } from '../model/image-type.ts'
import type { MemFlag } from '../model/mem-flag.ts'
import { svmBehind } from '../model/svm.ts'
import type { ClContext } from '../platform/cl-context.ts'
import { inWords } from '../validate/rules/in-words.ts'
import { isLiveBuffer, isLiveImage } from '../validate/rules/object-rules.ts'
import { contextOf } from './context-of.ts'
import type { MemObjectInfoError } from './query-errors.ts'

/** cl_mem_object_type of each type of image. */
const IMAGE_OBJECT_TYPES = {
  '1D': 'CL_MEM_OBJECT_IMAGE1D',
  '1D_BUFFER': 'CL_MEM_OBJECT_IMAGE1D_BUFFER',
  '1D_ARRAY': 'CL_MEM_OBJECT_IMAGE1D_ARRAY',
  '2D': 'CL_MEM_OBJECT_IMAGE2D',
  '2D_ARRAY': 'CL_MEM_OBJECT_IMAGE2D_ARRAY',
  '3D': 'CL_MEM_OBJECT_IMAGE3D',
} as const satisfies Readonly<Record<ImageType, string>>

/** The cl_mem_object_type constants of buffers and images. */
export type MemObjectType = 'CL_MEM_OBJECT_BUFFER' | (typeof IMAGE_OBJECT_TYPES)[ImageType]

/** CL_MEM_…, without the reference count, which has no meaning here. */
export interface MemObjectInfo {
  readonly type: MemObjectType
  /** With the defaults, and with what a part has from its buffer. */
  readonly flags: readonly MemFlag[]
  /** In bytes: of an image those of its rows and slices. */
  readonly size: number
  /** What the object was made over, with USE_HOST_PTR; of a sub-buffer the part of it. */
  readonly hostPtr: HostData | undefined
  /** Maps of the object itself that are enqueued, and whose unmap is not. */
  readonly mapCount: number
  readonly context: ClContext
  /** The buffer of a sub-buffer, or the one behind an image. */
  readonly associatedMemObject: ClBuffer | undefined
  /** Of a sub-buffer its first byte in its buffer; else 0. */
  readonly offset: number
  /** Whether a buffer, or the one it is a part of, was made over shared virtual memory with USE_HOST_PTR. */
  readonly usesSvmPointer: boolean
}

/** Rows are apart by their pitch only in memory that is not the image's own. */
const imageSize = (image: ImageObject): number => {
  const [width, second, third] = extentOf(image)
  if (image.buffer === undefined && image.hostPtr === undefined) return width * second * third * image.elementSize
  const slices = image.depth + image.arraySize
  return slices === 0 ? image.rowPitch * second : image.slicePitch * slices
}

/**
 * What is known of a buffer or image: clGetMemObjectInfo.
 *
 * Left: CL_INVALID_MEM_OBJECT (no buffer or image, or a released one).
 */
export const memObjectInfo = (memobj: ClBuffer | ClImage): Either<MemObjectInfoError, MemObjectInfo> => {
  const object: unknown = memobj
  if (!isLiveBuffer(object) && !isLiveImage(object))
    return left(
      refusal(
        'CL_INVALID_MEM_OBJECT',
        'memObjectInfo',
        'memobj',
        `memobj is ${inWords(object)}; it must be a buffer or an image that is not released.`,
      ),
    )
  const context = contextOf(object)
  const isBuffer = object instanceof BufferObject
  return right({
    type: isBuffer ? 'CL_MEM_OBJECT_BUFFER' : IMAGE_OBJECT_TYPES[object.type],
    flags: object.flags,
    size: isBuffer ? object.size : imageSize(object),
    hostPtr: object.hostPtr,
    mapCount: context.dispatcher.mappings.count(object),
    context,
    associatedMemObject: isBuffer ? object.parent : object.buffer,
    offset: isBuffer ? object.origin : 0,
    usesSvmPointer: isBuffer && object.hostPtr !== undefined && svmBehind(object.hostPtr) !== undefined,
  })
}
