import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VideoFormat } from '../../src/video/video-format.ts'
import { type Size, type WindowPath, planWindow } from '../../src/video/window-path.ts'

const formatOf = (parts: Partial<VideoFormat>): VideoFormat => ({
  width: 40,
  height: 30,
  sampling: '444',
  isInterlaced: false,
  isFullRange: false,
  parameters: [],
  ...parts,
})

const plan = (format: VideoFormat, size?: Size): WindowPath => {
  const path = planWindow(format, size)
  if (E.isLeft(path)) throw new Error(path.left._tag)
  return path.right
}

describe('planWindow', () => {
  test('moves by three and two steps of chroma and turns round at the sides', () => {
    const { cornerAt } = plan(formatOf({ sampling: '420' }), { width: 24, height: 22 })
    // 8 steps to the right side, 4 to the lower one.
    expect([0, 1, 2, 3, 4, 5, 6].map(cornerAt)).toEqual([
      [0, 0],
      [6, 4],
      [12, 8],
      [14, 4],
      [8, 0],
      [2, 4],
      [4, 8],
    ])
  })

  test('keeps the window inside the frame, on a chroma sample and on its field', () => {
    const sides = fc.integer({ min: 1, max: 50 })
    const samplings = fc.constantFrom('mono', '420', '422', '444', 'rgba')
    fc.assert(
      fc.property(sides, sides, sides, sides, samplings, fc.boolean(), fc.nat(1e6), (...parts) => {
        const [width, height, cutX, cutY, sampling, isInterlaced, frame] = parts
        const size = { width: Math.max(1, width - cutX), height: Math.max(1, height - cutY) }
        const [x, y] = plan(formatOf({ width, height, sampling, isInterlaced }), size).cornerAt(frame)
        expect([x >= 0, y >= 0, x + size.width <= width, y + size.height <= height]).toEqual([true, true, true, true])
        const stepX = sampling === '420' || sampling === '422' ? 2 : 1
        const stepY = (sampling === '420' ? 2 : 1) * (isInterlaced ? 2 : 1)
        expect([x % stepX, y % stepY]).toEqual([0, 0])
      }),
    )
  })

  test('takes half of each side, rounded up, where no size is given', () => {
    expect(plan(formatOf({ width: 7, height: 1 }))).toMatchObject({ width: 4, height: 1 })
  })

  test.each([
    [{ width: 40, height: 30 }, true],
    [{ width: 41, height: 30 }, false],
    [{ width: 40, height: 31 }, false],
  ])('takes a window of %j in a frame of 40 x 30: %s', (size, fits) => {
    const window = `${size.width}x${size.height}`
    const refused = E.left({ _tag: 'WindowTooLarge', window, frame: '40x30' })
    expect(planWindow(formatOf({}), size)).toEqual(fits ? E.right(expect.objectContaining(size)) : refused)
  })
})
