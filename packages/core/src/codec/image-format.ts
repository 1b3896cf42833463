import { type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { LEGAL_TYPES } from '../model/format-tables.ts'
import {
  isChannelDataType,
  isChannelOrder,
  isLegalFormat,
  type ChannelDataType,
  type ChannelOrder,
  type ImageFormat,
  type LegalImageFormat,
} from '../model/image-format.ts'
import { Fields } from './fields.ts'
import { decodeField, type Mismatch } from './mismatch.ts'

/** Reads a constant with or without its CL_ prefix. */
const constant = <Name extends string>(
  isName: (input: unknown) => input is Name,
  allowed: string,
): t.Type<Name, unknown> =>
  new t.Type<Name, unknown>(
    allowed,
    isName,
    (input, context) => {
      if (isName(input)) return t.success(input)
      const prefixed = typeof input === 'string' ? `CL_${input}` : undefined
      return isName(prefixed) ? t.success(prefixed) : t.failure(input, context)
    },
    t.identity,
  )

const Order: t.Type<ChannelOrder, unknown> = constant(isChannelOrder, `one of ${Object.keys(LEGAL_TYPES).join(', ')}`)

const dataTypeFor = (order: ChannelOrder): t.Type<ChannelDataType, unknown> =>
  constant(
    (input): input is ChannelDataType =>
      isChannelDataType(input) && isLegalFormat({ channelOrder: order, channelDataType: input }),
    `one of ${LEGAL_TYPES[order].join(', ')} (with ${order})`,
  )

/** A legal image format; the names may lack their CL_ prefix. */
export const ImageFormatCodec: t.Type<LegalImageFormat, unknown> = new t.Type<LegalImageFormat, unknown>(
  'an object with channelOrder and channelDataType',
  (input): input is LegalImageFormat => Fields.is(input) && isLegalFormat(input as unknown as ImageFormat),
  (input, context) => {
    if (!Fields.is(input)) return t.failure(input, context)
    const { channelOrder: order, channelDataType: type } = input
    const channelOrder = Order.validate(order, t.appendContext(context, 'channelOrder', Order, order))
    if (channelOrder._tag === 'Left') return channelOrder
    const Type = dataTypeFor(channelOrder.right)
    const channelDataType = Type.validate(type, t.appendContext(context, 'channelDataType', Type, type))
    if (channelDataType._tag === 'Left') return channelDataType
    return t.success({ channelOrder: channelOrder.right, channelDataType: channelDataType.right })
  },
  t.identity,
)

/**
 * Reads an image format from untyped input, such as a file or an option: `{ channelOrder, channelDataType }`, each a
 * constant of the specification with or without its CL_ prefix.
 *
 * Left: where the input is no legal format, what was given there and what is allowed.
 */
export const decodeImageFormat = (input: unknown): Either<Mismatch, LegalImageFormat> =>
  decodeField(ImageFormatCodec, '', input)
