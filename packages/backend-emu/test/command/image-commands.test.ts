import type { BufferRef, ImageRef } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { CASES, eachPixel, packedOffset, volume, type Triple } from '../support/images.ts'
import { counting, Session } from '../support/session.ts'

type Case = (typeof CASES)[number]

const OFFSET = 3

const setUp = ({ shape, extent, pixel }: Case) => {
  const session = new Session()
  const bytes = volume(extent) * pixel
  const storage: BufferRef | undefined = shape.type === '1D_BUFFER' ? session.buffer(bytes) : undefined
  const image = session.image(shape, storage)
  return { session, image, bytes }
}

const fill = (session: Session, image: ImageRef, extent: Triple, pixels: Uint8Array): void => {
  const rowPitch = extent[0] * image.elementSize
  const inputSlicePitch = image.type === '1D_ARRAY' ? rowPitch : rowPitch * extent[1]
  session.run({
    _tag: 'WriteImage',
    image,
    origin: [0, 0, 0],
    region: extent,
    inputRowPitch: rowPitch,
    inputSlicePitch,
    ptr: pixels,
  })
}

/** Host pitches with gaps; a 1D array steps from image to image by its slice pitch. */
const pitches = ({ type, region, pixel }: Case) => {
  const rowPitch = region[0] * pixel + 5
  const slicePitch = type === '1D_ARRAY' ? rowPitch + 4 : rowPitch * region[1] + rowPitch
  return { rowPitch, slicePitch, row: type === '1D_ARRAY' ? slicePitch : rowPitch }
}

describe.each(CASES)('$type with $pixel bytes per pixel', (test) => {
  const { extent, origin, region, pixel } = test
  const [ox, oy, oz] = origin
  const inImage = (x: number, y: number, z: number): number => packedOffset(extent, pixel, ox + x, oy + y, oz + z)

  it('CopyImageToBuffer packs the region from dst_offset on', () => {
    const { session, image, bytes } = setUp(test)
    const pixels = counting(bytes)
    fill(session, image, extent, pixels)
    const size = OFFSET + volume(region) * pixel + 2
    const dstBuffer = session.buffer(new Uint8Array(size).fill(0xee))
    const end = session.run({
      _tag: 'CopyImageToBuffer',
      srcImage: image,
      dstBuffer,
      srcOrigin: origin,
      region,
      dstOffset: OFFSET,
    })
    const expected = new Uint8Array(size).fill(0xee)
    eachPixel(region, (x, y, z) => {
      const from = inImage(x, y, z)
      expected.set(pixels.subarray(from, from + pixel), OFFSET + packedOffset(region, pixel, x, y, z))
    })
    expect(end.status).toBe(0)
    expect(session.read(dstBuffer, size)).toEqual(expected)
  })

  it('CopyBufferToImage reads packed pixels from src_offset on and leaves the rest of the image', () => {
    const { session, image, bytes } = setUp(test)
    fill(session, image, extent, new Uint8Array(bytes).fill(0xee))
    const packed = counting(OFFSET + volume(region) * pixel)
    const srcBuffer = session.buffer(packed)
    const end = session.run({
      _tag: 'CopyBufferToImage',
      srcBuffer,
      dstImage: image,
      srcOffset: OFFSET,
      dstOrigin: origin,
      region,
    })
    const expected = new Uint8Array(bytes).fill(0xee)
    eachPixel(region, (x, y, z) => {
      const from = OFFSET + packedOffset(region, pixel, x, y, z)
      expected.set(packed.subarray(from, from + pixel), inImage(x, y, z))
    })
    expect(end.status).toBe(0)
    expect(session.readImage(image, extent)).toEqual(expected)
  })

  it('WriteImage takes rows and slices from the host by the input pitches', () => {
    const { session, image, bytes } = setUp(test)
    fill(session, image, extent, new Uint8Array(bytes).fill(0xee))
    const { rowPitch, slicePitch, row } = pitches(test)
    const ptr = counting(slicePitch * region[2] + row * region[1])
    session.run({
      _tag: 'WriteImage',
      image,
      origin,
      region,
      inputRowPitch: rowPitch,
      inputSlicePitch: slicePitch,
      ptr,
    })
    const expected = new Uint8Array(bytes).fill(0xee)
    eachPixel(region, (x, y, z) => {
      const from = z * slicePitch + y * row + x * pixel
      expected.set(ptr.subarray(from, from + pixel), inImage(x, y, z))
    })
    expect(session.readImage(image, extent)).toEqual(expected)
  })

  it('ReadImage places rows and slices in the host by the pitches and leaves the gaps', () => {
    const { session, image, bytes } = setUp(test)
    const pixels = counting(bytes)
    fill(session, image, extent, pixels)
    const { rowPitch, slicePitch, row } = pitches(test)
    const ptr = new Uint8Array(slicePitch * region[2] + row * region[1]).fill(0xee)
    const expected = ptr.slice()
    session.run({ _tag: 'ReadImage', image, origin, region, rowPitch, slicePitch, ptr })
    eachPixel(region, (x, y, z) => {
      const from = inImage(x, y, z)
      expected.set(pixels.subarray(from, from + pixel), z * slicePitch + y * row + x * pixel)
    })
    expect(ptr).toEqual(expected)
  })
})

describe('a 1D_BUFFER image', () => {
  it('shares its pixels with its buffer, both ways', () => {
    const session = new Session()
    const buffer = session.buffer(counting(8))
    const format = { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT8' } as const
    const image = session.image({ type: '1D_BUFFER', format, width: 8, height: 0, depth: 0, arraySize: 0 }, buffer)
    expect([...session.readImage(image, [8, 1, 1])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    fill(session, image, [2, 1, 1], Uint8Array.of(90, 91))
    expect([...session.read(buffer, 8)]).toEqual([90, 91, 3, 4, 5, 6, 7, 8])
  })

  it('of a sub-buffer begins where the sub-buffer does', () => {
    const session = new Session()
    const buffer = session.buffer(counting(8))
    const format = { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT8' } as const
    const shape = { type: '1D_BUFFER', format, width: 2, height: 0, depth: 0, arraySize: 0 } as const
    const image = session.image(shape, session.subBuffer(buffer, 4, 4))
    expect([...session.readImage(image, [2, 1, 1])]).toEqual([5, 6])
  })
})
