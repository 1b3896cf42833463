import { expect, test } from 'vitest'
import { frameSize, planesOf } from '../../src/video/planes.ts'

test.each([
  { sampling: 'mono', sizes: [35] },
  { sampling: '420', sizes: [35, 12, 12] },
  { sampling: '422', sizes: [35, 20, 20] },
  { sampling: '444', sizes: [35, 35, 35] },
  { sampling: 'rgba', sizes: [140] },
] as const)('a frame of 7 x 5 in $sampling has planes of $sizes bytes, one after the other', ({ sampling, sizes }) => {
  const planes = planesOf(sampling, 7, 5)
  expect(planes.map(({ width, height, pixelSize }) => width * height * pixelSize)).toEqual(sizes)
  expect(planes.map(({ offset }) => offset)).toEqual(
    sizes.map((_, at) => sizes.slice(0, at).reduce((a, b) => a + b, 0)),
  )
  expect(frameSize(planes)).toBe(sizes.reduce((a, b) => a + b, 0))
})
