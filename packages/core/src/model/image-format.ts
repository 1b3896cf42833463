import { CHANNELS, LEGAL_TYPES, TYPE_BYTES, type ChannelDataType, type ChannelOrder } from './format-tables.ts'

export type { ChannelDataType, ChannelOrder } from './format-tables.ts'

/**
 * cl_image_format. The names are the verbatim constants; any other string compiles too, because formats come from
 * files and options, and is refused by createImage with CL_INVALID_IMAGE_FORMAT_DESCRIPTOR.
 */
export interface ImageFormat {
  readonly channelOrder: ChannelOrder | (string & {})
  readonly channelDataType: ChannelDataType | (string & {})
}

/** A format that the specification allows. */
export interface LegalImageFormat {
  readonly channelOrder: ChannelOrder
  readonly channelDataType: ChannelDataType
}

/** Four channels of eight bits, 0 to 255 read as 0 to 1. */
export const RGBA8: LegalImageFormat = { channelOrder: 'CL_RGBA', channelDataType: 'CL_UNORM_INT8' }

export const isChannelOrder = (order: unknown): order is ChannelOrder =>
  typeof order === 'string' && Object.hasOwn(LEGAL_TYPES, order)

export const isChannelDataType = (type: unknown): type is ChannelDataType =>
  typeof type === 'string' && Object.hasOwn(TYPE_BYTES, type)

/** Whether the order and the data type are legal together. */
export const isLegalFormat = (format: ImageFormat): format is LegalImageFormat =>
  isChannelOrder(format.channelOrder) &&
  (LEGAL_TYPES[format.channelOrder] as readonly string[]).includes(format.channelDataType)

/** Bytes per pixel. */
export const elementSize = (format: LegalImageFormat): number => {
  const { bytes, packed } = TYPE_BYTES[format.channelDataType]
  return packed ? bytes : bytes * CHANNELS[format.channelOrder]
}

/** One string per format, for sets and messages. */
export const formatKey = (format: ImageFormat): string => `${format.channelOrder}/${format.channelDataType}`

/** All legal formats, by order, then by data type, in the order of their values. */
export const LEGAL_FORMATS: readonly LegalImageFormat[] = Object.entries(LEGAL_TYPES).flatMap(([order, types]) =>
  types.map((type) => ({ channelOrder: order as ChannelOrder, channelDataType: type })),
)
