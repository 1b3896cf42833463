import { LEGAL_FORMATS, type LegalImageFormat } from '@rxcl/core'
import { pixelOf } from '@rxcl/core/port'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { steadyColor } from '../../src/commands/steady-color.ts'

const isSigned = ({ channelDataType }: LegalImageFormat): boolean => channelDataType.startsWith('CL_SIGNED')
const isUnsigned = ({ channelDataType }: LegalImageFormat): boolean => channelDataType.startsWith('CL_UNSIGNED')

const colorIn = (format: LegalImageFormat, numbers: readonly number[]): Uint8Array => {
  const Color = isSigned(format) ? Int32Array : isUnsigned(format) ? Uint32Array : Float32Array
  return new Uint8Array(
    Color.from(format.channelOrder === 'CL_DEPTH' ? numbers.slice(0, 1) : numbers).buffer as ArrayBuffer,
  )
}

const numbersFor = (format: LegalImageFormat): fc.Arbitrary<number[]> => {
  const number = isSigned(format)
    ? fc.integer()
    : isUnsigned(format)
      ? fc.nat()
      : fc.oneof(fc.float({ min: -2, max: 2 }), fc.float(), fc.constantFrom(0, 1, -1, 0.5, Infinity, Number.NaN))
  return fc.array(number, { minLength: 4, maxLength: 4 })
}

describe('the colour that the driver gets', () => {
  it.each(LEGAL_FORMATS)('is the same pixel: $channelOrder $channelDataType', (format) => {
    fc.assert(
      fc.property(numbersFor(format), (numbers) => {
        const color = colorIn(format, numbers)
        expect(pixelOf(format, steadyColor(format, color))).toEqual(pixelOf(format, color))
      }),
    )
  })

  it.each([
    ['CL_UNORM_INT8', 255],
    ['CL_UNORM_INT16', 65_535],
    ['CL_SNORM_INT8', 127],
    ['CL_SNORM_INT16', 32_767],
  ] as const)('does not depend on how %s is rounded', (channelDataType, most) => {
    const format: LegalImageFormat = { channelOrder: 'CL_RGBA', channelDataType } as const
    fc.assert(
      fc.property(numbersFor(format), (numbers) => {
        const steady = new Float32Array(Uint8Array.from(steadyColor(format, colorIn(format, numbers))).buffer)
        for (const number of steady) {
          const steps = Math.min(Math.max(number, -1), 1) * most
          expect(Math.trunc(steps)).toBe(Math.round(steps))
        }
      }),
    )
  })

  it('has no fraction that a half float cannot hold', () => {
    const format = { channelOrder: 'CL_RGBA', channelDataType: 'CL_HALF_FLOAT' } as const
    const steady = steadyColor(format, colorIn(format, [0.3, -0.7, 65_504, 2 ** -24]))
    expect([...new Float32Array(Uint8Array.from(steady).buffer)]).toEqual([
      0.300048828125,
      -0.7001953125,
      65_504,
      2 ** -24,
    ])
  })

  it('of integers is saturated', () => {
    const format = { channelOrder: 'CL_RGBA', channelDataType: 'CL_SIGNED_INT8' } as const
    const steady = steadyColor(format, colorIn(format, [-5, 300, -70_000, 77]))
    expect([...new Int32Array(Uint8Array.from(steady).buffer)]).toEqual([-5, 127, -128, 77])
  })

  it('of full floats and of sRGB is what the program gave', () => {
    for (const format of [
      { channelOrder: 'CL_RGBA', channelDataType: 'CL_FLOAT' },
      { channelOrder: 'CL_sRGBA', channelDataType: 'CL_UNORM_INT8' },
    ] as const) {
      const color = colorIn(format, [0.3, 0.4, 0.5, 0.6])
      expect(steadyColor(format, color)).toBe(color)
    }
  })
})
