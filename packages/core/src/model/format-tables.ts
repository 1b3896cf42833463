/**
 * The legal image formats: for each channel order the data types that the reference pages of OpenCL 2.x list with it.
 * CL_Rx and CL_RGx are left out because the texts disagree about their size (docs/decisions/0006-image-formats.md);
 * CL_DEPTH_STENCIL belongs to an extension.
 */
const ANY = [
  'CL_SNORM_INT8',
  'CL_SNORM_INT16',
  'CL_UNORM_INT8',
  'CL_UNORM_INT16',
  'CL_SIGNED_INT8',
  'CL_SIGNED_INT16',
  'CL_SIGNED_INT32',
  'CL_UNSIGNED_INT8',
  'CL_UNSIGNED_INT16',
  'CL_UNSIGNED_INT32',
  'CL_HALF_FLOAT',
  'CL_FLOAT',
] as const
const PACKED_RGB = ['CL_UNORM_SHORT_565', 'CL_UNORM_SHORT_555', 'CL_UNORM_INT_101010'] as const
const BYTES = ['CL_SNORM_INT8', 'CL_UNORM_INT8', 'CL_SIGNED_INT8', 'CL_UNSIGNED_INT8'] as const
const NORMALISED_AND_FLOAT = [
  'CL_SNORM_INT8',
  'CL_SNORM_INT16',
  'CL_UNORM_INT8',
  'CL_UNORM_INT16',
  'CL_HALF_FLOAT',
  'CL_FLOAT',
] as const
const DEPTH = ['CL_UNORM_INT16', 'CL_FLOAT'] as const
const SRGB = ['CL_UNORM_INT8'] as const

/** The data types that are legal with each channel order. */
export const LEGAL_TYPES = {
  CL_R: ANY,
  CL_A: ANY,
  CL_RG: ANY,
  CL_RA: ANY,
  CL_RGB: PACKED_RGB,
  CL_RGBA: [...ANY, 'CL_UNORM_INT_101010_2'],
  CL_BGRA: BYTES,
  CL_ARGB: BYTES,
  CL_INTENSITY: NORMALISED_AND_FLOAT,
  CL_LUMINANCE: NORMALISED_AND_FLOAT,
  CL_RGBx: PACKED_RGB,
  CL_DEPTH: DEPTH,
  CL_sRGBx: SRGB,
  CL_sRGBA: SRGB,
  CL_sBGRA: SRGB,
  CL_ABGR: BYTES,
} as const satisfies Readonly<Record<`CL_${string}`, readonly `CL_${string}`[]>>

/** The channel orders of legal formats, verbatim. */
export type ChannelOrder = keyof typeof LEGAL_TYPES
/** The channel data types of legal formats, verbatim. */
export type ChannelDataType = (typeof LEGAL_TYPES)[ChannelOrder][number]

/** Channels per pixel. */
export const CHANNELS: Readonly<Record<ChannelOrder, number>> = {
  CL_R: 1,
  CL_A: 1,
  CL_RG: 2,
  CL_RA: 2,
  CL_RGB: 3,
  CL_RGBA: 4,
  CL_BGRA: 4,
  CL_ARGB: 4,
  CL_INTENSITY: 1,
  CL_LUMINANCE: 1,
  CL_RGBx: 4,
  CL_DEPTH: 1,
  CL_sRGBx: 4,
  CL_sRGBA: 4,
  CL_sBGRA: 4,
  CL_ABGR: 4,
}

/** Bytes per channel, or bytes per pixel where one number holds all channels. */
export const TYPE_BYTES: Readonly<Record<ChannelDataType, { readonly bytes: number; readonly packed: boolean }>> = {
  CL_SNORM_INT8: { bytes: 1, packed: false },
  CL_SNORM_INT16: { bytes: 2, packed: false },
  CL_UNORM_INT8: { bytes: 1, packed: false },
  CL_UNORM_INT16: { bytes: 2, packed: false },
  CL_UNORM_SHORT_565: { bytes: 2, packed: true },
  CL_UNORM_SHORT_555: { bytes: 2, packed: true },
  CL_UNORM_INT_101010: { bytes: 4, packed: true },
  CL_UNORM_INT_101010_2: { bytes: 4, packed: true },
  CL_SIGNED_INT8: { bytes: 1, packed: false },
  CL_SIGNED_INT16: { bytes: 2, packed: false },
  CL_SIGNED_INT32: { bytes: 4, packed: false },
  CL_UNSIGNED_INT8: { bytes: 1, packed: false },
  CL_UNSIGNED_INT16: { bytes: 2, packed: false },
  CL_UNSIGNED_INT32: { bytes: 4, packed: false },
  CL_HALF_FLOAT: { bytes: 2, packed: false },
  CL_FLOAT: { bytes: 4, packed: false },
}

/** The OpenCL version that brought an order; what is not named here is in 1.0. */
export const ORDER_SINCE: Readonly<Partial<Record<ChannelOrder, '1.1' | '2.0'>>> = {
  CL_RGBx: '1.1',
  CL_DEPTH: '2.0',
  CL_sRGBx: '2.0',
  CL_sRGBA: '2.0',
  CL_sBGRA: '2.0',
  CL_ABGR: '2.0',
}

/** The cl_uint values of the orders. */
export const ORDER_VALUES: Readonly<Record<ChannelOrder, number>> = {
  CL_R: 4272,
  CL_A: 4273,
  CL_RG: 4274,
  CL_RA: 4275,
  CL_RGB: 4276,
  CL_RGBA: 4277,
  CL_BGRA: 4278,
  CL_ARGB: 4279,
  CL_INTENSITY: 4280,
  CL_LUMINANCE: 4281,
  CL_RGBx: 4284,
  CL_DEPTH: 4285,
  CL_sRGBx: 4288,
  CL_sRGBA: 4289,
  CL_sBGRA: 4290,
  CL_ABGR: 4291,
}

/** The cl_uint values of the data types. */
export const TYPE_VALUES: Readonly<Record<ChannelDataType, number>> = {
  CL_SNORM_INT8: 4304,
  CL_SNORM_INT16: 4305,
  CL_UNORM_INT8: 4306,
  CL_UNORM_INT16: 4307,
  CL_UNORM_SHORT_565: 4308,
  CL_UNORM_SHORT_555: 4309,
  CL_UNORM_INT_101010: 4310,
  CL_UNORM_INT_101010_2: 4320,
  CL_SIGNED_INT8: 4311,
  CL_SIGNED_INT16: 4312,
  CL_SIGNED_INT32: 4313,
  CL_UNSIGNED_INT8: 4314,
  CL_UNSIGNED_INT16: 4315,
  CL_UNSIGNED_INT32: 4316,
  CL_HALF_FLOAT: 4317,
  CL_FLOAT: 4318,
}
