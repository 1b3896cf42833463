import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toRgba } from '../../src/colour/to-rgba.ts'
import { toYuv } from '../../src/colour/to-yuv.ts'

const yuv = (isFullRange: boolean, ...samples: readonly number[]): readonly number[] => [
  ...toRgba({ sampling: '444', isFullRange }, { width: 1, height: 1 }, Uint8Array.from(samples)),
]

describe('toRgba', () => {
  // The numbers of the colour bars of ITU-R BT.601.
  test.each([
    ['black', [16, 128, 128], [0, 0, 0, 255]],
    ['white', [235, 128, 128], [255, 255, 255, 255]],
    ['grey', [126, 128, 128], [128, 128, 128, 255]],
    ['red', [81, 90, 240], [254, 0, 0, 255]],
    ['green', [145, 54, 34], [0, 255, 1, 255]],
    ['blue', [41, 240, 110], [0, 0, 255, 255]],
    ['darker than black', [0, 128, 128], [0, 0, 0, 255]],
  ])('gives %s', (_, samples, pixel) => {
    expect(yuv(false, ...samples)).toEqual(pixel)
  })

  test.each([
    ['black', [0, 128, 128], [0, 0, 0, 255]],
    ['white', [255, 128, 128], [255, 255, 255, 255]],
    ['red', [76, 85, 255], [254, 0, 0, 255]],
  ])('gives %s of the full range', (_, samples, pixel) => {
    expect(yuv(true, ...samples)).toEqual(pixel)
  })

  test.each([
    { sampling: '420', size: { width: 3, height: 3 }, chroma: [0, 0, 1, 0, 0, 1, 2, 2, 3] },
    { sampling: '422', size: { width: 3, height: 2 }, chroma: [0, 0, 1, 2, 2, 3] },
    { sampling: '444', size: { width: 2, height: 2 }, chroma: [0, 1, 2, 3] },
  ] as const)('gives each pixel of $sampling the chroma sample that covers it', ({ sampling, size, chroma }) => {
    const pixels = size.width * size.height
    // Luma alone is grey; four samples of V that tell the pixels apart by their red.
    const v = [128, 138, 148, 158]
    const bytes = [...Array.from({ length: pixels }, () => 100), 128, 128, 128, 128, ...v]
    const rgba = toRgba({ sampling, isFullRange: true }, size, Uint8Array.from(bytes))
    const red = Array.from({ length: pixels }, (_, pixel) => rgba[4 * pixel])
    expect(red).toEqual(chroma.map((sample) => [100, 114, 128, 142][sample]))
  })

  test('gives grey for mono and RGBA as it is', () => {
    const one = { width: 1, height: 1 }
    expect([...toRgba({ sampling: 'mono', isFullRange: true }, one, Uint8Array.of(7))]).toEqual([7, 7, 7, 255])
    const pixel = Uint8Array.of(1, 2, 3, 4)
    expect(toRgba({ sampling: 'rgba', isFullRange: false }, one, pixel)).toEqual(pixel)
  })
})

test('toYuv gives three whole planes', () => {
  const rgba = Uint8Array.of(255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9, 255, 255, 255, 9)
  expect([...toYuv(rgba)]).toEqual([81, 145, 41, 235, 90, 54, 240, 128, 240, 34, 110, 128])
})

test('RGB comes back through YUV but for rounding', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(byte, byte, byte, (...colour) => {
      const back = yuv(false, ...toYuv(Uint8Array.of(...colour, 255)))
      for (const [channel, value] of colour.entries()) expect(Math.abs((back[channel] ?? 0) - value)).toBeLessThan(3)
    }),
  )
})
