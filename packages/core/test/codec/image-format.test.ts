import fc from 'fast-check'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decodeImageFormat } from '../../src/codec/image-format.ts'
import { LEGAL_FORMATS } from '../../src/model/image-format.ts'

const ORDERS =
  'one of CL_R, CL_A, CL_RG, CL_RA, CL_RGB, CL_RGBA, CL_BGRA, CL_ARGB, CL_INTENSITY, CL_LUMINANCE, CL_RGBx, CL_DEPTH, ' +
  'CL_sRGBx, CL_sRGBA, CL_sBGRA, CL_ABGR'

describe('decodeImageFormat', () => {
  it.each(LEGAL_FORMATS)('takes $channelOrder with $channelDataType, with or without prefix', (format) => {
    const bare = {
      channelOrder: format.channelOrder.replace(/^CL_/, ''),
      channelDataType: format.channelDataType.replace(/^CL_/, ''),
    }
    expect(decodeImageFormat(format)).toEqual(right(format))
    expect(decodeImageFormat(bare)).toEqual(right(format))
  })

  it('leaves out what is no part of a format', () => {
    expect(decodeImageFormat({ channelOrder: 'CL_R', channelDataType: 'CL_FLOAT', name: 'height map' })).toEqual(
      right({ channelOrder: 'CL_R', channelDataType: 'CL_FLOAT' }),
    )
  })

  it.each([
    ['an unknown order', { channelOrder: 'RGBB', channelDataType: 'FLOAT' }, 'channelOrder', 'RGBB', ORDERS],
    ['an order in lower case', { channelOrder: 'rgba', channelDataType: 'FLOAT' }, 'channelOrder', 'rgba', ORDERS],
    [
      'an order twice prefixed',
      { channelOrder: 'CL_CL_R', channelDataType: 'FLOAT' },
      'channelOrder',
      'CL_CL_R',
      ORDERS,
    ],
    ['a value of C as order', { channelOrder: 4277, channelDataType: 'FLOAT' }, 'channelOrder', 4277, ORDERS],
    ['a missing order', { channelDataType: 'FLOAT' }, 'channelOrder', undefined, ORDERS],
    [
      'a data type that does not go with the order',
      { channelOrder: 'CL_DEPTH', channelDataType: 'CL_UNORM_INT8' },
      'channelDataType',
      'CL_UNORM_INT8',
      'one of CL_UNORM_INT16, CL_FLOAT (with CL_DEPTH)',
    ],
    [
      'a missing data type',
      { channelOrder: 'sRGBA' },
      'channelDataType',
      undefined,
      'one of CL_UNORM_INT8 (with CL_sRGBA)',
    ],
    ['text', 'CL_RGBA', '', 'CL_RGBA', 'an object with channelOrder and channelDataType'],
    [
      'an array',
      ['CL_RGBA', 'CL_FLOAT'],
      '',
      ['CL_RGBA', 'CL_FLOAT'],
      'an object with channelOrder and channelDataType',
    ],
    ['null', null, '', null, 'an object with channelOrder and channelDataType'],
  ])('refuses %s: names the field, what was given, and what is allowed', (_name, input, path, given, allowed) => {
    expect(decodeImageFormat(input)).toEqual(left({ path, given, allowed }))
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(decodeImageFormat(input)._tag).toBe('Left')
      }),
    )
  })
})
