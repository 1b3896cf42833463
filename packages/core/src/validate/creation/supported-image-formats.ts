import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { Fields } from '../../codec/fields.ts'
import { decodeField } from '../../codec/mismatch.ts'
import { oneOf } from '../../codec/one-of.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import type { SupportedImageFormatsError } from '../../model/creation-errors.ts'
import { ORDER_VALUES, TYPE_VALUES } from '../../model/format-tables.ts'
import { formatKey, type LegalImageFormat } from '../../model/image-format.ts'
import { IMAGE_TYPES } from '../../model/image-type.ts'
import { mismatchRefusal } from '../rules/mismatch-refusal.ts'
import { releasedContextRefusal } from '../rules/released-context.ts'
import { readFlags } from './flag-rules.ts'
import { takesType, takesDepth } from './image-type-rules.ts'

const NAME = 'supportedImageFormats'

const ImageTypeName = oneOf(IMAGE_TYPES)

const byValue = (a: LegalImageFormat, b: LegalImageFormat): number =>
  ORDER_VALUES[a.channelOrder] - ORDER_VALUES[b.channelOrder] ||
  TYPE_VALUES[a.channelDataType] - TYPE_VALUES[b.channelDataType]

/** The rules of clGetSupportedImageFormats, and its answer: what createImage takes, each format once, by value. */
export const validateSupportedImageFormats =
  (context: ContextIdentity) =>
  (desc: unknown): Either<SupportedImageFormatsError, readonly LegalImageFormat[]> => {
    const released = releasedContextRefusal(NAME, context)
    if (released !== undefined) return left(released)
    const fields = decodeField(Fields, 'desc', desc)
    if (fields._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'desc', fields.left))
    const flags = readFlags(NAME, context, fields.right['flags'])
    if (flags._tag === 'Left') return flags
    const read = decodeField(ImageTypeName, 'type', fields.right['type'])
    if (read._tag === 'Left') return left(mismatchRefusal('CL_INVALID_VALUE', NAME, 'image_type', read.left))
    const type = read.right
    if (!takesType(context, type)) return right([])
    const formats = context.devices
      .filter((device) => device.imageSupport)
      .flatMap((device) => device.imageFormats[type])
      .filter(({ channelOrder }) => channelOrder !== 'CL_DEPTH' || takesDepth(type))
    return right([...new Map(formats.map((format) => [formatKey(format), format])).values()].toSorted(byValue))
  }
