import { RGBA8, type ImageShape } from '@rxcl/core'
import type { ImageRef } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { CASES, eachPixel, packedOffset, volume, type Triple } from '../support/images.ts'
import { mapImage, open, unmap } from '../support/mappings.ts'
import { counting, Session } from '../support/session.ts'

const write = (session: Session, image: ImageRef, region: Triple, ptr: Uint8Array): void => {
  const rowPitch = region[0] * image.elementSize
  const inputSlicePitch = image.type === '1D_ARRAY' ? rowPitch : rowPitch * region[1]
  session.run({ _tag: 'WriteImage', image, origin: [0, 0, 0], region, inputRowPitch: rowPitch, inputSlicePitch, ptr })
}

describe.each(CASES)('MapImage of $type with $pixel bytes per pixel', ({ shape, extent, origin, region, pixel }) => {
  const setUp = () => {
    const session = new Session({ sliceBytes: 5 })
    const bytes = volume(extent) * pixel
    const image = session.image(shape, shape.type === '1D_BUFFER' ? session.buffer(bytes) : undefined)
    const pixels = counting(bytes)
    write(session, image, extent, pixels)
    return { session, image, pixels }
  }
  const inImage = (x: number, y: number, z: number): number =>
    packedOffset(extent, pixel, origin[0] + x, origin[1] + y, origin[2] + z)

  it('shows each pixel of the region at its pitches, from the first to the last', () => {
    const { session, image, pixels } = setUp()
    const { bytes, rowPitch, slicePitch } = open(session, mapImage(image, ['READ'], origin, region)).memory
    eachPixel(region, (x, y, z) => {
      const at = z * slicePitch + y * rowPitch + x * pixel
      expect([...bytes.subarray(at, at + pixel)]).toEqual([
        ...pixels.subarray(inImage(x, y, z), inImage(x, y, z) + pixel),
      ])
    })
    expect(bytes.length).toBe((region[2] - 1) * slicePitch + (region[1] - 1) * rowPitch + region[0] * pixel)
    expect(rowPitch).toBeGreaterThanOrEqual(region[0] * pixel)
    if (shape.type === '1D_ARRAY') expect(slicePitch).toBe(rowPitch)
    else if (shape.type === '2D_ARRAY' || shape.type === '3D')
      expect(slicePitch).toBeGreaterThanOrEqual(rowPitch * region[1])
    else expect(slicePitch).toBe(0)
  })

  it('with WRITE gives back what the host puts there, and no other pixel', () => {
    const { session, image, pixels } = setUp()
    const mapped = open(session, mapImage(image, ['WRITE'], origin, region))
    const { bytes, rowPitch, slicePitch } = mapped.memory
    const expected = pixels.slice()
    eachPixel(region, (x, y, z) => {
      const at = z * slicePitch + y * rowPitch + x * pixel
      for (let i = 0; i < pixel; i += 1) {
        const value = (x * 5 + y * 3 + z + i + 100) % 256
        bytes[at + i] = value
        expected[inImage(x, y, z) + i] = value
      }
    })
    expect(session.run(unmap(image, mapped)).status).toBe(0)
    expect(session.readImage(image, extent)).toEqual(expected)
  })
})

describe('MapImage of an image over a buffer', () => {
  const SHAPE: ImageShape = { type: '2D', format: RGBA8, width: 2, height: 2, depth: 0, arraySize: 0 }

  it('has the row pitch of the image, and leaves the bytes between the rows', () => {
    const session = new Session()
    const buffer = session.buffer(counting(24))
    const storage = { buffer: buffer.handle, hostPtr: undefined, rowPitch: 12, slicePitch: 0 }
    const image = session.imageFrom(SHAPE, storage)
    const mapped = open(session, mapImage(image, ['READ', 'WRITE'], [0, 0, 0], [2, 2, 1]))
    expect([mapped.memory.rowPitch, mapped.memory.bytes.length]).toEqual([12, 20])
    expect([...mapped.memory.bytes.subarray(12)]).toEqual([13, 14, 15, 16, 17, 18, 19, 20])
    mapped.memory.bytes.fill(99)
    session.run(unmap(image, mapped))
    const expected = counting(24)
    expected.fill(99, 0, 8).fill(99, 12, 20)
    expect(session.read(buffer, 24)).toEqual(expected)
  })
})
