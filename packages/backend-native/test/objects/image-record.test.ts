import { RGBA8, type ImageShape } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { imageRecordOf, planeOf } from '../../src/objects/image-record.ts'

const SHAPE: ImageShape = { type: '1D_ARRAY', format: RGBA8, width: 5, height: 0, depth: 0, arraySize: 7 }

describe('the image description that the driver gets', () => {
  it('has the numbers of the C headers', () => {
    expect(imageRecordOf(SHAPE, { buffer: 3, rowPitch: 24, slicePitch: 24 })).toEqual({
      channelOrder: 0x10b5,
      channelDataType: 0x10d2,
      imageType: 0x10f5,
      width: 5,
      height: 0,
      depth: 0,
      arraySize: 7,
      buffer: 3,
      rowPitch: 24,
      slicePitch: 24,
    })
  })

  it('of a 1D array as a plane is a 2D image with a row for each of its images', () => {
    expect(imageRecordOf(planeOf(SHAPE), { buffer: 0, rowPitch: 24, slicePitch: 24 })).toMatchObject({
      imageType: 0x10f1,
      width: 5,
      height: 7,
      depth: 0,
      arraySize: 0,
      rowPitch: 24,
      slicePitch: 0,
    })
  })

  it('of an image over a buffer has no pitch where it is one line', () => {
    const line: ImageShape = { ...SHAPE, type: '1D_BUFFER', arraySize: 0 }
    const storage = { buffer: 3, rowPitch: 20, slicePitch: 0 }
    expect(imageRecordOf(line, storage)).toMatchObject({ buffer: 3, rowPitch: 0, slicePitch: 0 })
    const plane: ImageShape = { ...line, type: '2D', height: 2 }
    expect(imageRecordOf(plane, storage)).toMatchObject({ buffer: 3, rowPitch: 20, slicePitch: 0 })
  })
})
