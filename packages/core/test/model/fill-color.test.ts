import { describe, expect, it } from 'vitest'
import { pixelOf } from '../../src/model/fill-color.ts'
import { halfFloatBits } from '../../src/model/half-float.ts'
import { elementSize, LEGAL_FORMATS, type LegalImageFormat } from '../../src/model/image-format.ts'

const bytesOf = (values: ArrayBufferView): Uint8Array => new Uint8Array(values.buffer as ArrayBuffer)
const floats = (...values: number[]): Uint8Array => bytesOf(Float32Array.from(values))
const ints = (...values: number[]): Uint8Array => bytesOf(Int32Array.from(values))
const uints = (...values: number[]): Uint8Array => bytesOf(Uint32Array.from(values))

type Order = LegalImageFormat['channelOrder']
type DataType = LegalImageFormat['channelDataType']

const pixel = (channelOrder: Order, channelDataType: DataType, color: Uint8Array): Uint8Array =>
  pixelOf({ channelOrder, channelDataType }, color)

const NAN = Number.NaN
const MOST = 2 ** 31 - 1

describe('the channels of a pixel', () => {
  it.each<[Order, number[]]>([
    ['CL_R', [1]],
    ['CL_A', [4]],
    ['CL_RG', [1, 2]],
    ['CL_RA', [1, 4]],
    ['CL_RGBA', [1, 2, 3, 4]],
    ['CL_BGRA', [3, 2, 1, 4]],
    ['CL_ARGB', [4, 1, 2, 3]],
    ['CL_ABGR', [4, 3, 2, 1]],
  ])('of %s are the components %j of the colour', (order, expected) => {
    expect([...pixel(order, 'CL_UNSIGNED_INT8', uints(1, 2, 3, 4))]).toEqual(expected)
  })

  it.each<[Order, DataType]>([
    ['CL_INTENSITY', 'CL_FLOAT'],
    ['CL_LUMINANCE', 'CL_FLOAT'],
  ])('of %s are the first component', (order, type) => {
    expect(pixel(order, type, floats(0.1, 2, 3, 4))).toEqual(floats(0.1))
  })

  it('of CL_DEPTH are the one number there is', () => {
    expect(pixel('CL_DEPTH', 'CL_FLOAT', floats(0.75))).toEqual(floats(0.75))
    expect(pixel('CL_DEPTH', 'CL_UNORM_INT16', floats(0.75))).toEqual(bytesOf(Uint16Array.of(49151)))
  })

  it('are as many bytes as the format has', () => {
    for (const format of LEGAL_FORMATS) expect(pixelOf(format, uints(0, 0, 0, 0)).length).toBe(elementSize(format))
  })

  it('come from a colour at any address', () => {
    const bytes = Uint8Array.of(9, ...ints(5, 6, 7, 8)).subarray(1)
    expect([...pixel('CL_RGBA', 'CL_SIGNED_INT8', bytes)]).toEqual([5, 6, 7, 8])
  })
})

/** Type, the number given, and the number in the pixel. */
const conversions: readonly [DataType, number, number][] = [
  ['CL_UNORM_INT8', 0, 0],
  ['CL_UNORM_INT8', 1, 255],
  ['CL_UNORM_INT8', 0.25, 64], // 63.75
  ['CL_UNORM_INT8', 0.5, 128], // 127.5: to the even one
  ['CL_UNORM_INT8', 0.1, 26], // 25.5 and a little, as 0.1 is no float
  ['CL_UNORM_INT8', -1, 0],
  ['CL_UNORM_INT8', 7, 255],
  ['CL_UNORM_INT8', Infinity, 255],
  ['CL_UNORM_INT8', -Infinity, 0],
  ['CL_UNORM_INT8', NAN, 0],
  ['CL_UNORM_INT16', 1, 65535],
  ['CL_UNORM_INT16', 0.5, 32768], // 32767.5
  ['CL_UNORM_INT16', 1.5, 65535],
  ['CL_SNORM_INT8', 1, 127],
  ['CL_SNORM_INT8', -1, -127],
  ['CL_SNORM_INT8', -3, -127],
  ['CL_SNORM_INT8', 0.5, 64], // 63.5
  ['CL_SNORM_INT8', -0.5, -64],
  ['CL_SNORM_INT8', 2, 127],
  ['CL_SNORM_INT8', NAN, 0],
  ['CL_SNORM_INT16', -1, -32767],
  ['CL_SNORM_INT16', 0.5, 16384], // 16383.5
  ['CL_SNORM_INT16', -Infinity, -32767],
  ['CL_SIGNED_INT8', -129, -128],
  ['CL_SIGNED_INT8', -128, -128],
  ['CL_SIGNED_INT8', 128, 127],
  ['CL_SIGNED_INT16', -40000, -32768],
  ['CL_SIGNED_INT16', 40000, 32767],
  ['CL_SIGNED_INT16', -5, -5],
  ['CL_SIGNED_INT32', -MOST - 1, -MOST - 1],
  ['CL_SIGNED_INT32', MOST, MOST],
  ['CL_UNSIGNED_INT8', 255, 255],
  ['CL_UNSIGNED_INT8', 256, 255],
  ['CL_UNSIGNED_INT16', 65536, 65535],
  ['CL_UNSIGNED_INT32', 2 ** 32 - 1, 2 ** 32 - 1],
  ['CL_FLOAT', 0.1, Math.fround(0.1)],
  ['CL_FLOAT', -Infinity, -Infinity],
  ['CL_FLOAT', NAN, NAN],
]

const inputOf = (type: DataType, value: number): Uint8Array => {
  if (type.startsWith('CL_SIGNED')) return ints(value, 0, 0, 0)
  return type.startsWith('CL_UNSIGNED') ? uints(value, 0, 0, 0) : floats(value, 0, 0, 0)
}

const outputOf = (type: DataType, { buffer }: Uint8Array): number | undefined => {
  if (type === 'CL_FLOAT') return new Float32Array(buffer)[0]
  const isSigned = type.startsWith('CL_S')
  if (type.endsWith('8')) return (isSigned ? new Int8Array(buffer) : new Uint8Array(buffer))[0]
  if (type.endsWith('16')) return (isSigned ? new Int16Array(buffer) : new Uint16Array(buffer))[0]
  return (isSigned ? new Int32Array(buffer) : new Uint32Array(buffer))[0]
}

describe('a number of a colour', () => {
  it.each(conversions)('as %s: %d becomes %d', (type, given, expected) => {
    expect(outputOf(type, pixel('CL_R', type, inputOf(type, given)))).toBe(expected)
  })
})

describe('a half float', () => {
  it.each([
    [0, 0],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [65519, 0x7bff],
    [65520, 0x7c00],
    [-Infinity, 0xfc00],
    [1 + 2 ** -11, 0x3c00], // half a step above 1: to the even one
    [1 + 3 * 2 ** -11, 0x3c02],
    [2047.9, 0x6800], // carries into the exponent: 2048
    [2 ** -14, 0x0400], // the least normal one
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [3 * 2 ** -25, 0x0002],
    [2 ** -14 - 2 ** -26, 0x0400], // carries out of the subnormal ones
    [0.333251953125, 0x3555],
  ])('of %d is %i', (value, bits) => {
    expect(halfFloatBits(value)).toBe(bits)
    expect(pixel('CL_R', 'CL_HALF_FLOAT', floats(value, 0, 0, 0))).toEqual(bytesOf(Uint16Array.of(bits)))
  })

  it('of NaN is one', () => {
    const bits = halfFloatBits(NAN)
    expect([bits & 0x7c00, (bits & 0x3ff) > 0]).toEqual([0x7c00, true])
  })
})

describe('a packed pixel', () => {
  it.each<[Order, DataType, number]>([
    ['CL_RGB', 'CL_UNORM_SHORT_565', (31 << 11) | (32 << 5) | 8],
    ['CL_RGBx', 'CL_UNORM_SHORT_565', (31 << 11) | (32 << 5) | 8],
    ['CL_RGB', 'CL_UNORM_SHORT_555', (31 << 10) | (16 << 5) | 8],
  ])('%s %s holds red above green above blue', (order, type, expected) => {
    expect(pixel(order, type, floats(1, 0.5, 0.25, 1))).toEqual(bytesOf(Uint16Array.of(expected)))
  })

  it.each<[Order, DataType, number]>([
    ['CL_RGB', 'CL_UNORM_INT_101010', 1023 * 2 ** 20 + 512 * 2 ** 10 + 256],
    ['CL_RGBA', 'CL_UNORM_INT_101010_2', 1023 * 2 ** 22 + 512 * 2 ** 12 + 256 * 4 + 3],
  ])('%s %s holds ten bits of each colour', (order, type, expected) => {
    expect(pixel(order, type, floats(1, 0.5, 0.25, 1))).toEqual(bytesOf(Uint32Array.of(expected)))
  })
})

describe('an sRGB pixel', () => {
  it.each([
    [0, 0],
    [0.001, 3], // 255 × 12.92 × 0.001 = 3.29
    [0.0031308, 10], // 10.31, where the curve begins
    [0.5, 188], // 1.055 × 0.5^(1/2.4) − 0.055 = 0.73536
    [1, 255],
    [2, 255],
    [-1, 0],
    [NAN, 0],
  ])('holds %d as %i, and alpha as it is', (linear, expected) => {
    const color = floats(linear, 0, 0, 0.5)
    expect([...pixel('CL_sRGBA', 'CL_UNORM_INT8', color)]).toEqual([expected, 0, 0, 128])
    expect([...pixel('CL_sBGRA', 'CL_UNORM_INT8', color)]).toEqual([0, 0, expected, 128])
    expect([...pixel('CL_sRGBx', 'CL_UNORM_INT8', color)]).toEqual([expected, 0, 0, 0])
  })
})
