import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { Fields } from '../../codec/fields.ts'
import { ImageFormatCodec } from '../../codec/image-format.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { oneOf } from '../../codec/one-of.ts'
import type { BufferObject } from '../../model/buffer.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { CreateImageError } from '../../model/creation-errors.ts'
import type { LegalImageFormat } from '../../model/image-format.ts'
import type { ImageShape } from '../../model/image.ts'
import { IMAGE_TYPES, type ImageType } from '../../model/image-type.ts'
import type { HostData } from '../../model/host-data.ts'
import { takesHostPtr, type MemFlag } from '../../model/mem-flag.ts'
import { completeFlags, inheritFlags, parentFlagsRefusal, readFlags } from './flag-rules.ts'
import { imageFormatRefusal, imageSizeRefusal } from './image-creation-limits.ts'
import { readHostPtr } from './host-ptr-rules.ts'
import { readDimensions, readImageBuffer } from './image-desc-rules.ts'
import { bufferAlignmentRefusal, readImageLayout, type ImageLayout } from './image-pitch-rules.ts'
import { takesDepth, takesType } from './image-type-rules.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { releasedContextRefusal } from '../rules/released-context.ts'
import { versionRefusal } from '../rules/version-rule.ts'

const NAME = 'createImage'

const ImageTypeName = oneOf(IMAGE_TYPES)

export interface ValidImageDesc {
  readonly shape: ImageShape
  readonly flags: readonly MemFlag[]
  readonly buffer: BufferObject | undefined
  /** With USE_HOST_PTR and COPY_HOST_PTR: at least `layout.bytes`. */
  readonly hostPtr: HostData | undefined
  readonly layout: ImageLayout
}

const supportRefusal = (context: ContextIdentity): ClError<'CL_INVALID_OPERATION'> | undefined =>
  context.devices.some((device) => device.imageSupport)
    ? undefined
    : refusal('CL_INVALID_OPERATION', NAME, 'context', 'No device of the context has image support; one must have it.')

type FormatError = ClError<'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR'>

const readFormat = (type: ImageType, format: unknown): Either<FormatError, LegalImageFormat> => {
  const read = decodeField(ImageFormatCodec, 'format', format)
  if (read._tag === 'Left')
    return left(mismatchRefusal('CL_INVALID_IMAGE_FORMAT_DESCRIPTOR', NAME, 'image_format', read.left))
  if (read.right.channelOrder === 'CL_DEPTH' && !takesDepth(type))
    return left(
      refusal(
        'CL_INVALID_IMAGE_FORMAT_DESCRIPTOR',
        NAME,
        'image_format',
        `format.channelOrder is CL_DEPTH for a ${type} image; depth images are 2D or 2D_ARRAY.`,
      ),
    )
  return read
}

/**
 * The rules of clCreateImage, in this order: context, image support, type and its version, flags, format, the fields of
 * the description, the alignment of the buffer behind and its flags, size, host memory, support of the format.
 */
export const validateCreateImage =
  (context: ContextIdentity) =>
  (desc: unknown): Either<CreateImageError, ValidImageDesc> => {
    const refused = releasedContextRefusal(NAME, context) ?? supportRefusal(context)
    if (refused !== undefined) return left(refused)
    const fields = decodeField(Fields, 'desc', desc)
    if (fields._tag === 'Left')
      return left(mismatchRefusal('CL_INVALID_IMAGE_DESCRIPTOR', NAME, 'image_desc', fields.left))
    const type = decodeField(ImageTypeName, 'type', fields.right['type'])
    if (type._tag === 'Left') return left(mismatchRefusal('CL_INVALID_IMAGE_DESCRIPTOR', NAME, 'image_desc', type.left))
    const tooOld = takesType(context, type.right)
      ? undefined
      : versionRefusal(NAME, 'image_desc', context, `${type.right} images`, '1.2')
    if (tooOld !== undefined) return left(tooOld)
    const flags = readFlags(NAME, context, fields.right['flags'])
    if (flags._tag === 'Left') return flags
    const format = readFormat(type.right, fields.right['format'])
    if (format._tag === 'Left') return format
    const dimensions = readDimensions(type.right, fields.right)
    if (dimensions._tag === 'Left') return dimensions
    const read = readImageBuffer(context, type.right, fields.right['buffer'])
    if (read._tag === 'Left') return read
    const buffer = read.right
    const shape: ImageShape = { type: type.right, format: format.right, ...dimensions.right }
    const given = fields.right['hostPtr']
    const layout = readImageLayout(shape, fields.right, takesHostPtr(flags.right) || given !== undefined, buffer)
    if (layout._tag === 'Left') return layout
    const unfit =
      bufferAlignmentRefusal(context, shape, layout.right, buffer) ??
      (buffer === undefined ? undefined : parentFlagsRefusal(NAME, buffer.flags, flags.right)) ??
      imageSizeRefusal(NAME, context, shape, layout.right, buffer)
    if (unfit !== undefined) return left(unfit)
    const hostPtr = readHostPtr(NAME, flags.right, given, layout.right.bytes)
    if (hostPtr._tag === 'Left') return hostPtr
    const unsupported = imageFormatRefusal(NAME, context, shape)
    if (unsupported !== undefined) return left(unsupported)
    return right({
      shape,
      flags: buffer === undefined ? completeFlags(flags.right) : inheritFlags(buffer.flags, flags.right),
      buffer,
      hostPtr: hostPtr.right,
      layout: layout.right,
    })
  }
