import { RGBA8, type ImageShape } from '@rxcl/core'
import { expect, it } from 'vitest'
import { layoutOf } from '../../src/image/layout.ts'

const shape = (type: ImageShape['type'], height: number, depth: number, arraySize: number): ImageShape => ({
  type,
  format: RGBA8,
  width: 5,
  height,
  depth,
  arraySize,
})

it.each([
  [shape('1D', 0, 0, 0), 20, 20],
  [shape('1D_BUFFER', 0, 0, 0), 20, 20],
  [shape('1D_ARRAY', 0, 0, 3), 20, 60],
  [shape('2D', 4, 0, 0), 80, 80],
  [shape('2D_ARRAY', 4, 0, 3), 80, 240],
  [shape('3D', 4, 3, 0), 80, 240],
])('$type: rows of 20 bytes, slices of %i, %i in all', (image, slicePitch, size) => {
  expect(layoutOf(image)).toEqual({ format: RGBA8, elementSize: 4, rowPitch: 20, slicePitch, size })
})
