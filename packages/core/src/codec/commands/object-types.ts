import { BufferObject, type ClBuffer } from '../../model/buffer.ts'
import { ImageObject, type ClImage } from '../../model/image.ts'
import { MappedObject, type Mapped } from '../../model/mapped.ts'
import type { JsonType } from './json.ts'
import type { ObjectIds } from './object-ids.ts'
import { registered } from './registered.ts'

const isBuffer = (value: unknown): value is BufferObject => value instanceof BufferObject
const isImage = (value: unknown): value is ImageObject => value instanceof ImageObject
const isMemObject = (value: unknown): value is BufferObject | ImageObject => isBuffer(value) || isImage(value)
const isMapping = (value: unknown): value is MappedObject => MappedObject.isGenuine(value)

export const bufferType = (objects: ObjectIds): JsonType<ClBuffer> =>
  registered<ClBuffer>(objects, 'a buffer', isBuffer)

export const imageType = (objects: ObjectIds): JsonType<ClImage> => registered<ClImage>(objects, 'an image', isImage)

export const memObjectType = (objects: ObjectIds): JsonType<ClBuffer | ClImage> =>
  registered<ClBuffer | ClImage>(objects, 'a buffer or image', isMemObject)

export const mappedType = (objects: ObjectIds): JsonType<Mapped> => registered<Mapped>(objects, 'a mapping', isMapping)
