import type { ChannelDataType, ChannelOrder } from './format-tables.ts'
import { halfFloatBits, roundHalfToEven } from './half-float.ts'
import { elementSize, type LegalImageFormat } from './image-format.ts'

const [R, G, B, A] = [0, 1, 2, 3]

/** Which component of the colour each channel of a pixel holds, from the lowest address on. */
const COMPONENTS: Readonly<Record<ChannelOrder, readonly number[]>> = {
  CL_R: [R],
  CL_A: [A],
  CL_RG: [R, G],
  CL_RA: [R, A],
  CL_RGB: [R, G, B],
  CL_RGBA: [R, G, B, A],
  CL_BGRA: [B, G, R, A],
  CL_ARGB: [A, R, G, B],
  CL_INTENSITY: [R],
  CL_LUMINANCE: [R],
  CL_RGBx: [R, G, B],
  CL_DEPTH: [R],
  CL_sRGBx: [R, G, B],
  CL_sRGBA: [R, G, B, A],
  CL_sBGRA: [B, G, R, A],
  CL_ABGR: [A, B, G, R],
}

const SRGB_ORDERS: ReadonlySet<ChannelOrder> = new Set(['CL_sRGBx', 'CL_sRGBA', 'CL_sBGRA'])

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** A normalised number, of which `one` is 1; NaN becomes 0. */
const normalized = (value: number, least: number, one: number): number =>
  Number.isNaN(value) ? 0 : roundHalfToEven(clamp(value * one, least, one))

const unorm = (value: number, bits: number): number => normalized(value, 0, 2 ** bits - 1)

const snorm = (value: number, bits: number): number => normalized(value, 1 - 2 ** (bits - 1), 2 ** (bits - 1) - 1)

const srgb = (value: number): number => {
  if (value <= 0.0031308) return value * 12.92
  return value >= 1 ? 1 : 1.055 * value ** (1 / 2.4) - 0.055
}

/** The channels of a packed pixel, the first in the highest of the `bits`, below what is left over. */
const packed = (color: readonly number[], sizes: readonly number[]): number =>
  sizes.reduce((pixel, bits, i) => pixel * 2 ** bits + unorm(color[i] ?? 0, bits), 0)

/** In the byte order of the host, as the elements of typed arrays are. */
const bytes = (
  values: Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array,
): Uint8Array => new Uint8Array(values.buffer as ArrayBuffer)

/** `channels` in the order of the pixel, converted to `type`. */
const convert = (type: ChannelDataType, channels: readonly number[]): Uint8Array => {
  switch (type) {
    case 'CL_SNORM_INT8':
      return bytes(Int8Array.from(channels, (value) => snorm(value, 8)))
    case 'CL_SNORM_INT16':
      return bytes(Int16Array.from(channels, (value) => snorm(value, 16)))
    case 'CL_UNORM_INT8':
      return bytes(Uint8Array.from(channels, (value) => unorm(value, 8)))
    case 'CL_UNORM_INT16':
      return bytes(Uint16Array.from(channels, (value) => unorm(value, 16)))
    case 'CL_UNORM_SHORT_565':
      return bytes(Uint16Array.of(packed(channels, [5, 6, 5])))
    case 'CL_UNORM_SHORT_555':
      return bytes(Uint16Array.of(packed(channels, [5, 5, 5])))
    case 'CL_UNORM_INT_101010':
      return bytes(Uint32Array.of(packed(channels, [10, 10, 10])))
    case 'CL_UNORM_INT_101010_2':
      return bytes(Uint32Array.of(packed(channels, [10, 10, 10, 2])))
    case 'CL_SIGNED_INT8':
      return bytes(Int8Array.from(channels, (value) => clamp(value, -0x80, 0x7f)))
    case 'CL_SIGNED_INT16':
      return bytes(Int16Array.from(channels, (value) => clamp(value, -0x8000, 0x7fff)))
    case 'CL_SIGNED_INT32':
      return bytes(Int32Array.from(channels))
    case 'CL_UNSIGNED_INT8':
      return bytes(Uint8Array.from(channels, (value) => Math.min(value, 0xff)))
    case 'CL_UNSIGNED_INT16':
      return bytes(Uint16Array.from(channels, (value) => Math.min(value, 0xffff)))
    case 'CL_UNSIGNED_INT32':
      return bytes(Uint32Array.from(channels))
    case 'CL_HALF_FLOAT':
      return bytes(Uint16Array.from(channels, halfFloatBits))
    case 'CL_FLOAT':
      return bytes(Float32Array.from(channels))
  }
}

/** The numbers that the bytes of a fill colour are. */
const componentsOf = (type: ChannelDataType, fillColor: Uint8Array): readonly number[] => {
  // A copy begins at offset 0, where arrays of larger elements may begin.
  const { buffer } = Uint8Array.from(fillColor)
  switch (type) {
    case 'CL_SIGNED_INT8':
    case 'CL_SIGNED_INT16':
    case 'CL_SIGNED_INT32':
      return Array.from(new Int32Array(buffer))
    case 'CL_UNSIGNED_INT8':
    case 'CL_UNSIGNED_INT16':
    case 'CL_UNSIGNED_INT32':
      return Array.from(new Uint32Array(buffer))
    case 'CL_SNORM_INT8':
    case 'CL_SNORM_INT16':
    case 'CL_UNORM_INT8':
    case 'CL_UNORM_INT16':
    case 'CL_UNORM_SHORT_565':
    case 'CL_UNORM_SHORT_555':
    case 'CL_UNORM_INT_101010':
    case 'CL_UNORM_INT_101010_2':
    case 'CL_HALF_FLOAT':
    case 'CL_FLOAT':
      return Array.from(new Float32Array(buffer))
  }
}

/**
 * The pixel that clEnqueueFillImage writes: `fillColor` is what the C interface takes (see PortFillImage), in the byte
 * order of the host, and so is the answer, of as many bytes as a pixel has.
 *
 * Normalised types round to nearest, ties to even, and clamp; integers saturate; half floats round to nearest, ties to
 * even. NaN is 0 where the type has none. Bits and channels that mean nothing (x) are 0.
 */
export const pixelOf = (format: LegalImageFormat, fillColor: Uint8Array): Uint8Array => {
  const { channelOrder, channelDataType } = format
  const linear = componentsOf(channelDataType, fillColor)
  const color = SRGB_ORDERS.has(channelOrder) ? linear.map((value, i) => (i === A ? value : srgb(value))) : linear
  const channels = COMPONENTS[channelOrder].map((component) => color[component] ?? 0)
  const pixel = new Uint8Array(elementSize(format))
  pixel.set(convert(channelDataType, channels))
  return pixel
}
