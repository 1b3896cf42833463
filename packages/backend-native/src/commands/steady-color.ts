import type { LegalImageFormat } from '@rxcl/core'
import { pixelOf } from '@rxcl/core/port'

/** A number of which rounding down, to nearest and towards zero all make `step` of `most`. */
const steady = (step: number, most: number): number => (step + (step < 0 ? -0.25 : 0.25)) / most

const ofHalf = (bits: number): number => {
  const sign = bits >= 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

const bytesOf = (numbers: Int32Array | Uint32Array | Float32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

const floats = (numbers: Iterable<number>): Uint8Array => bytesOf(Float32Array.from(numbers))

/**
 * A fill colour that every driver turns into the pixel of `pixelOf`. The specification leaves some room to rounding, and
 * PoCL 3.1 takes more: it rounds norms towards zero.
 */
export const steadyColor = (format: LegalImageFormat, fillColor: Uint8Array): Uint8Array => {
  const { channelOrder, channelDataType } = format
  if (channelOrder.startsWith('CL_s')) return fillColor
  const rgba = (): ArrayBufferLike => pixelOf({ channelOrder: 'CL_RGBA', channelDataType }, fillColor).buffer
  const packed = (): DataView => new DataView(pixelOf(format, fillColor).buffer)
  const steps = (numbers: readonly number[], most: number): Uint8Array =>
    floats(numbers.map((number) => steady(number, most)))
  switch (channelDataType) {
    case 'CL_SNORM_INT8':
      return steps([...new Int8Array(rgba())], 0x7f)
    case 'CL_SNORM_INT16':
      return steps([...new Int16Array(rgba())], 0x7fff)
    case 'CL_UNORM_INT8':
      return steps([...new Uint8Array(rgba())], 0xff)
    case 'CL_UNORM_INT16':
      return steps([...new Uint16Array(rgba())], 0xffff)
    case 'CL_UNORM_SHORT_565': {
      const pixel = packed().getUint16(0, true)
      return floats([steady(pixel >> 11, 31), steady((pixel >> 5) & 63, 63), steady(pixel & 31, 31)])
    }
    case 'CL_UNORM_SHORT_555': {
      const pixel = packed().getUint16(0, true)
      return steps([(pixel >> 10) & 31, (pixel >> 5) & 31, pixel & 31], 31)
    }
    case 'CL_UNORM_INT_101010': {
      const pixel = packed().getUint32(0, true)
      return steps([(pixel >> 20) & 1023, (pixel >> 10) & 1023, pixel & 1023], 1023)
    }
    case 'CL_UNORM_INT_101010_2': {
      const pixel = packed().getUint32(0, true)
      const color = [(pixel >>> 22) & 1023, (pixel >> 12) & 1023, (pixel >> 2) & 1023]
      return floats([...color.map((number) => steady(number, 1023)), steady(pixel & 3, 3)])
    }
    case 'CL_SIGNED_INT8':
      return bytesOf(Int32Array.from(new Int8Array(rgba())))
    case 'CL_SIGNED_INT16':
      return bytesOf(Int32Array.from(new Int16Array(rgba())))
    case 'CL_UNSIGNED_INT8':
      return bytesOf(Uint32Array.from(new Uint8Array(rgba())))
    case 'CL_UNSIGNED_INT16':
      return bytesOf(Uint32Array.from(new Uint16Array(rgba())))
    case 'CL_HALF_FLOAT':
      return floats([...new Uint16Array(rgba())].map(ofHalf))
    case 'CL_SIGNED_INT32':
    case 'CL_UNSIGNED_INT32':
    case 'CL_FLOAT':
      return fillColor
  }
}
