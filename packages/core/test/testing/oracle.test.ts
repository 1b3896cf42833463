import { describe, expect, it } from 'vitest'
import {
  hostBytes,
  imageToBuffer,
  putPixels,
  stridesOf,
  takePixels,
  type OracleImage,
} from '../../src/testing/oracle.ts'

const blank = (type: OracleImage['type'], extent: OracleImage['extent'], elementSize: number): OracleImage => ({
  type,
  extent,
  elementSize,
  pixels: new Uint8Array(extent[0] * extent[1] * extent[2] * elementSize),
})

describe('the strides of host memory', () => {
  it.each([
    ['2D, packed', '2D', [3, 2, 1], 0, 0, { row: 12, slice: 24 }, 24],
    ['2D, with a row pitch', '2D', [3, 2, 1], 16, 0, { row: 16, slice: 32 }, 32],
    ['3D, with both pitches', '3D', [3, 2, 2], 16, 40, { row: 16, slice: 40 }, 80],
    ['1D array, packed', '1D_ARRAY', [3, 2, 1], 0, 0, { row: 12, slice: 24 }, 24],
    [
      '1D array, whose row pitch is the stride without a slice pitch',
      '1D_ARRAY',
      [3, 2, 1],
      16,
      0,
      { row: 16, slice: 32 },
      32,
    ],
    ['1D array, whose slice pitch walks the images', '1D_ARRAY', [3, 2, 1], 16, 20, { row: 20, slice: 40 }, 40],
  ] as const)('%s', (_, type, region, rowPitch, slicePitch, strides, bytes) => {
    const actual = stridesOf(type, region, 4, rowPitch, slicePitch)
    expect(actual).toEqual(strides)
    expect(hostBytes(region, actual)).toBe(bytes)
  })
})

describe('a box of the oracle', () => {
  it('goes into the image row by row and slice by slice', () => {
    const image = blank('3D', [3, 2, 2], 1)
    const host = Uint8Array.of(1, 2, 0, 3, 4, 0, 0, 5, 6, 0, 7, 8, 0, 0)
    putPixels(image, { origin: [1, 0, 0], region: [2, 2, 2] }, host, { row: 3, slice: 7 })
    expect([...image.pixels]).toEqual([0, 1, 2, 0, 3, 4, 0, 5, 6, 0, 7, 8])
  })

  it('comes out of the image without touching the gaps', () => {
    const image: OracleImage = { type: '2D', extent: [2, 2, 1], elementSize: 1, pixels: Uint8Array.of(1, 2, 3, 4) }
    const host = new Uint8Array(6).fill(9)
    takePixels(image, { origin: [0, 0, 0], region: [2, 2, 1] }, host, { row: 3, slice: 6 })
    expect([...host]).toEqual([1, 2, 9, 3, 4, 9])
  })

  it('is packed in a buffer', () => {
    const image: OracleImage = {
      type: '2D',
      extent: [3, 2, 1],
      elementSize: 2,
      pixels: Uint8Array.from({ length: 12 }, (_, i) => i),
    }
    const buffer = new Uint8Array(6).fill(99)
    imageToBuffer(image, { origin: [2, 0, 0], region: [1, 2, 1] }, buffer, 1)
    expect([...buffer]).toEqual([99, 4, 5, 10, 11, 99])
  })
})
