import { formatKey, type LegalImageFormat } from '../index.ts'
import { fail } from './expect.ts'
import { channelsIn, type Channel } from './pixel-channels.ts'

// What a fill colour may become, one channel at a time; the specification leaves devices some room.

/** How far a normalised channel may lie from the exact value. */
const ROOM = 0.6

/** What a half float of 15 bits, without its sign, stands for. */
const halfValue = (bits: number): number => {
  const [exponent, mantissa] = [bits >> 10, bits & 0x3ff]
  if (exponent === 31) return mantissa === 0 ? Infinity : Number.NaN
  return exponent === 0 ? mantissa * 2 ** -24 : (1024 + mantissa) * 2 ** (exponent - 25)
}

/** The half floats that a number may become: the nearest, or the next one towards 0; what is tiny may become 0. */
const isHalfOf = (value: number, bits: number): boolean => {
  const magnitude = bits & 0x7fff
  if (Number.isNaN(value)) return Number.isNaN(halfValue(magnitude))
  const isNegative = value < 0 || Object.is(value, -0)
  if (isNegative !== bits >= 0x8000) return false
  const size = Math.abs(value)
  if (size === Infinity) return magnitude === 0x7c00
  let below = 0
  while (below < 0x7bff && halfValue(below + 1) <= size) below += 1
  if (magnitude === below || (magnitude === 0 && size < 2 ** -14)) return true
  // Past the largest half float the next step would be at 65536.
  const next = below === 0x7bff ? 65_536 : halfValue(below + 1)
  const [down, up] = [size - halfValue(below), next - size]
  return magnitude === below + 1 && (up < down || (up === down && below % 2 === 1))
}

const isFloatOf = (value: number, raw: number): boolean =>
  Object.is(value, raw) || (Math.abs(value) < 2 ** -126 && raw === 0)

const srgb = (linear: number): number =>
  linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.min(linear, 1) ** (1 / 2.4) - 0.055

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

const isOf = (format: LegalImageFormat, channel: Channel, color: number, raw: number): boolean => {
  const { kind, bits, component } = channel
  switch (kind) {
    case 'unorm': {
      const value = format.channelOrder.startsWith('CL_s') && component < 3 ? srgb(color) : color
      const most = 2 ** bits - 1
      return Math.abs(raw - clamp(value * most, 0, most)) <= ROOM
    }
    case 'snorm': {
      // The least number and the one after it both stand for -1.
      const most = 2 ** (bits - 1) - 1
      return Math.abs(Math.max(raw, -most) - clamp(color * most, -most, most)) <= ROOM
    }
    case 'int':
      return raw === clamp(color, -(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    case 'uint':
      return raw === clamp(color, 0, 2 ** bits - 1)
    case 'half':
      return isHalfOf(color, raw)
    case 'float':
      return isFloatOf(color, raw)
  }
}

/** Checks the channels of one pixel that was filled with a colour; channels without a meaning may hold anything. */
export const expectPixelOf = (
  what: string,
  format: LegalImageFormat,
  color: readonly number[],
  pixel: Uint8Array,
): void => {
  for (const { channel, raw } of channelsIn(format, pixel)) {
    // As the C interface takes it: a float.
    const given = color[channel.component] ?? 0
    const wanted = channel.kind === 'int' || channel.kind === 'uint' ? given : Math.fround(given)
    if (!isOf(format, channel, wanted, raw))
      fail(
        `${what}: component ${channel.component} of [${color}] became ${raw} in ${channel.bits} bits of ` +
          `${formatKey(format)}, ${channel.kind}`,
      )
  }
}
