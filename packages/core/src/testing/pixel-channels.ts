import type { LegalImageFormat } from '../index.ts'

export interface Channel {
  readonly kind: 'unorm' | 'snorm' | 'int' | 'uint' | 'half' | 'float'
  readonly bits: number
  /** Of the colour: 0 for red to 3 for alpha. */
  readonly component: number
}

/** A channel, and what a pixel holds there: a number, or the 16 bits of a half float. */
export interface ChannelValue {
  readonly channel: Channel
  readonly raw: number
}

/** Bits of each channel of a packed pixel, the first in the highest ones; what is above them means nothing. */
const PACKED: Readonly<Record<string, readonly number[]>> = {
  CL_UNORM_SHORT_565: [5, 6, 5],
  CL_UNORM_SHORT_555: [5, 5, 5],
  CL_UNORM_INT_101010: [10, 10, 10],
  CL_UNORM_INT_101010_2: [10, 10, 10, 2],
}

/** The letters of an order as they lie in memory; a single channel without a letter holds the red. */
const lettersOf = (order: string): readonly string[] => {
  const letters = order.replace(/^CL_s?/, '')
  return /^[RGBAx]+$/.test(letters) ? letters.split('') : ['R']
}

const kindOf = (type: string): Channel['kind'] => {
  if (type.startsWith('CL_UNORM')) return 'unorm'
  if (type.startsWith('CL_SNORM')) return 'snorm'
  if (type.startsWith('CL_SIGNED')) return 'int'
  if (type.startsWith('CL_UNSIGNED')) return 'uint'
  return type === 'CL_HALF_FLOAT' ? 'half' : 'float'
}

const packedChannels = (sizes: readonly number[], pixel: number): readonly ChannelValue[] => {
  let shift = sizes.reduce((sum, bits) => sum + bits, 0)
  return sizes.map((bits, component) => {
    shift -= bits
    return { channel: { kind: 'unorm', bits, component }, raw: Math.floor(pixel / 2 ** shift) % 2 ** bits }
  })
}

/** The numbers in memory, in the byte order of the host. */
const numbersIn = (kind: Channel['kind'], bits: number, bytes: Uint8Array<ArrayBuffer>): readonly number[] => {
  const isSigned = kind === 'snorm' || kind === 'int'
  const { buffer } = bytes
  if (kind === 'float') return [...new Float32Array(buffer)]
  if (bits === 32) return isSigned ? [...new Int32Array(buffer)] : [...new Uint32Array(buffer)]
  if (bits === 16) return isSigned ? [...new Int16Array(buffer)] : [...new Uint16Array(buffer)]
  return isSigned ? [...new Int8Array(buffer)] : [...bytes]
}

/** The channels of one pixel that mean something. */
export const channelsIn = (format: LegalImageFormat, pixel: Uint8Array): readonly ChannelValue[] => {
  const { channelOrder, channelDataType } = format
  const bytes = Uint8Array.from(pixel)
  const sizes = PACKED[channelDataType]
  if (sizes !== undefined) {
    const [whole = 0] = numbersIn('uint', pixel.length * 8, bytes)
    return packedChannels(sizes, whole)
  }
  const kind = kindOf(channelDataType)
  const letters = lettersOf(channelOrder)
  const bits = (pixel.length * 8) / letters.length
  return numbersIn(kind, bits, bytes).flatMap((raw, index) => {
    const component = 'RGBA'.indexOf(letters[index] ?? '')
    return component < 0 ? [] : [{ channel: { kind, bits, component }, raw }]
  })
}
