import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ChannelDataType, LegalImageFormat } from '../../model/image-format.ts'
import { inWords } from './in-words.ts'

type ColorError = ClError<'CL_INVALID_VALUE'>
type Component = 'float' | 'int' | 'uint'

const RANGES = {
  int: { from: -(2 ** 31), to: 2 ** 31 - 1, words: 'a whole number from -2^31 to 2^31 - 1' },
  uint: { from: 0, to: 2 ** 32 - 1, words: 'a whole number from 0 to 2^32 - 1' },
} as const

const componentOf = (type: ChannelDataType): Component => {
  if (type.startsWith('CL_SIGNED_INT')) return 'int'
  return type.startsWith('CL_UNSIGNED_INT') ? 'uint' : 'float'
}

const packed = (color: readonly number[], component: Component): Uint8Array => {
  switch (component) {
    case 'float':
      return new Uint8Array(Float32Array.from(color).buffer)
    case 'int':
      return new Uint8Array(Int32Array.from(color).buffer)
    case 'uint':
      return new Uint8Array(Uint32Array.from(color).buffer)
  }
}

const componentRefusal = (
  command: string,
  color: readonly unknown[],
  component: Component,
  type: ChannelDataType,
): ColorError | undefined => {
  for (let i = 0; i < color.length; i++) {
    const value = color[i]
    if (typeof value !== 'number')
      return refusal(
        'CL_INVALID_VALUE',
        command,
        'fill_color',
        `fill_color[${i}] is ${inWords(value)}; it must be a number.`,
      )
    if (component === 'float') continue
    const { from, to, words } = RANGES[component]
    if (!Number.isInteger(value) || value < from || value > to)
      return refusal(
        'CL_INVALID_VALUE',
        command,
        'fill_color',
        `fill_color[${i}] is ${inWords(value)}; for ${type} it must be ${words}.`,
      )
  }
  return undefined
}

/**
 * The colour as the C interface takes it: four floats, signed or unsigned 32-bit integers as the data type asks, one
 * float for CL_DEPTH. A float may be any number: what it becomes in a pixel is for the format to say.
 */
export const readFillColor = (
  command: string,
  { channelOrder, channelDataType }: LegalImageFormat,
  color: unknown,
): Either<ColorError, Uint8Array> => {
  const count = channelOrder === 'CL_DEPTH' ? 1 : 4
  if (!Array.isArray(color) || color.length !== count) {
    const given = Array.isArray(color) ? `an array of ${color.length}` : inWords(color)
    const needed = count === 1 ? 'one number' : 'four numbers'
    return left(
      refusal(
        'CL_INVALID_VALUE',
        command,
        'fill_color',
        `fill_color is ${given}; for ${channelOrder} it must be an array of ${needed}.`,
      ),
    )
  }
  const component = componentOf(channelDataType)
  const refused = componentRefusal(command, color, component, channelDataType)
  return refused === undefined ? right(packed(color, component)) : left(refused)
}
