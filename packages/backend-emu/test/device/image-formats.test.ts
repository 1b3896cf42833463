import { DEVICE_VERSIONS, formatKey, IMAGE_TYPES, LEGAL_FORMATS } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { imageFormatsOf } from '../../src/device/image-formats.ts'

const keys = (formats: readonly (typeof LEGAL_FORMATS)[number][]): readonly string[] => formats.map(formatKey)

describe('the formats of a device', () => {
  it('of version 3.0 are all legal ones, CL_DEPTH only for 2D images and arrays of them', () => {
    const formats = imageFormatsOf('3.0')
    const without = LEGAL_FORMATS.filter(({ channelOrder }) => channelOrder !== 'CL_DEPTH')
    for (const type of IMAGE_TYPES) {
      const expected = type === '2D' || type === '2D_ARRAY' ? LEGAL_FORMATS : without
      expect(keys(formats[type])).toEqual(keys(expected))
    }
  })

  it.each([
    ['CL_RGBx/CL_UNORM_SHORT_565', '1.1'],
    ['CL_sRGBA/CL_UNORM_INT8', '2.0'],
    ['CL_ABGR/CL_UNORM_INT8', '2.0'],
    ['CL_DEPTH/CL_FLOAT', '2.0'],
    ['CL_RGBA/CL_UNORM_INT_101010_2', '2.1'],
    ['CL_RGBA/CL_UNORM_INT8', '1.0'],
  ] as const)('%s is there from version %s on', (key, since) => {
    const versions = DEVICE_VERSIONS.filter((version) => keys(imageFormatsOf(version)['2D']).includes(key))
    expect(versions).toEqual(DEVICE_VERSIONS.slice(DEVICE_VERSIONS.indexOf(since)))
  })

  it.each([
    ['1D', '1.2'],
    ['1D_BUFFER', '1.2'],
    ['1D_ARRAY', '1.2'],
    ['2D', '1.0'],
    ['2D_ARRAY', '1.2'],
    ['3D', '1.0'],
  ] as const)('%s images have some from version %s on', (type, since) => {
    const versions = DEVICE_VERSIONS.filter((version) => imageFormatsOf(version)[type].length > 0)
    expect(versions).toEqual(DEVICE_VERSIONS.slice(DEVICE_VERSIONS.indexOf(since)))
  })

  it('may be a few', () => {
    const format = { channelOrder: 'CL_R', channelDataType: 'CL_FLOAT' } as const
    expect(imageFormatsOf('1.0', [format])).toMatchObject({ '2D': [format], '3D': [format], '1D': [] })
  })
})
