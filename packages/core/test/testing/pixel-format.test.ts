import { describe, expect, it } from 'vitest'
import { LEGAL_FORMATS, elementSize, formatKey } from '../../src/index.ts'
import { bytesPerPixel, pixelMask } from '../../src/testing/pixel-format.ts'

describe('the kit’s reading of the format names', () => {
  it.each(LEGAL_FORMATS.map((format) => [formatKey(format), format] as const))(
    'agrees with the tables on %s',
    (_, format) => {
      expect(bytesPerPixel(format)).toBe(elementSize(format))
    },
  )
})

describe('the padding bits of packed formats', () => {
  it.each([
    ['CL_UNORM_SHORT_555', [0xff, 0x7f, 0xff, 0x7f]],
    ['CL_UNORM_INT_101010', [0xff, 0xff, 0xff, 0x3f, 0xff, 0xff, 0xff, 0x3f]],
  ])('do not count in %s', (channelDataType, mask) => {
    expect([...(pixelMask({ channelOrder: 'CL_RGB', channelDataType }, 2) ?? [])]).toEqual(mask)
  })

  it.each(['CL_UNORM_SHORT_565', 'CL_UNORM_INT_101010_2', 'CL_UNORM_INT8'])('are none in %s', (channelDataType) => {
    expect(pixelMask({ channelOrder: 'CL_RGBA', channelDataType }, 2)).toBeUndefined()
  })
})
