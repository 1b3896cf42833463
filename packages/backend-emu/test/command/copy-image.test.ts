import { elementSize, type ImageShape } from '@rxcl/core'
import type { ImageRef } from '@rxcl/core/port'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachPixel, FORMATS, packedOffset, SHAPES, volume, type Triple } from '../support/images.ts'
import { Session } from '../support/session.ts'
import { sliced } from '../support/sliced.ts'

const pattern = (size: number, factor: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (i * factor) % 251)

const made = (session: Session, shape: ImageShape, extent: Triple, factor: number) => {
  const size = volume(extent) * elementSize(shape.format)
  const image = session.image(shape, shape.type === '1D_BUFFER' ? session.buffer(size) : undefined)
  const pixels = pattern(size, factor)
  write(session, image, extent, pixels)
  return { image, pixels }
}

const write = (session: Session, image: ImageRef, region: Triple, ptr: Uint8Array): void => {
  const rowPitch = region[0] * image.elementSize
  const inputSlicePitch = image.type === '1D_ARRAY' ? rowPitch : rowPitch * region[1]
  session.run({ _tag: 'WriteImage', image, origin: [0, 0, 0], region, inputRowPitch: rowPitch, inputSlicePitch, ptr })
}

/** Where a box of `count` may begin in an extent, and how far it may reach. */
const span = (src: number, dst: number) =>
  fc
    .integer({ min: 1, max: Math.min(src, dst) })
    .chain((count) => fc.tuple(fc.nat(src - count), fc.nat(dst - count), fc.constant(count)))

const boxes = (src: Triple, dst: Triple) =>
  fc.tuple(span(src[0], dst[0]), span(src[1], dst[1]), span(src[2], dst[2])).map(([x, y, z]) => ({
    srcOrigin: [x[0], y[0], z[0]] as const,
    dstOrigin: [x[1], y[1], z[1]] as const,
    region: [x[2], y[2], z[2]] as const,
  }))

describe('CopyImage', () => {
  it('copies each pixel of the region, and no other, between images of any two types', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...SHAPES)
          .chain((src) =>
            fc
              .constantFrom(...SHAPES)
              .chain((dst) =>
                fc.record({ src: fc.constant(src), dst: fc.constant(dst), box: boxes(src.extent, dst.extent) }),
              ),
          ),
        fc.constantFrom(...FORMATS),
        sliced,
        (types, format, options) => {
          const { src, dst, box } = types
          const session = new Session(options)
          const from = made(session, { ...src.shape, format }, src.extent, 7)
          const to = made(session, { ...dst.shape, format }, dst.extent, 11)
          const end = session.run({ _tag: 'CopyImage', srcImage: from.image, dstImage: to.image, ...box })
          const expected = to.pixels.slice()
          const pixel = elementSize(format)
          const { srcOrigin: s, dstOrigin: d } = box
          eachPixel(box.region, (x, y, z) => {
            const start = packedOffset(src.extent, pixel, s[0] + x, s[1] + y, s[2] + z)
            expected.set(
              from.pixels.subarray(start, start + pixel),
              packedOffset(dst.extent, pixel, d[0] + x, d[1] + y, d[2] + z),
            )
          })
          expect(end.status).toBe(0)
          expect(session.readImage(to.image, dst.extent)).toEqual(expected)
        },
      ),
    )
  })

  it('copies within one image', () => {
    const session = new Session()
    const format = { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT8' } as const
    const shape: ImageShape = { type: '2D', format, width: 4, height: 2, depth: 0, arraySize: 0 }
    const { image } = made(session, shape, [4, 2, 1], 1)
    const origins = { srcOrigin: [0, 0, 0], dstOrigin: [2, 0, 0] } as const
    session.run({ _tag: 'CopyImage', srcImage: image, dstImage: image, ...origins, region: [2, 2, 1] })
    expect([...session.readImage(image, [4, 2, 1])]).toEqual([0, 1, 0, 1, 4, 5, 4, 5])
  })

  it('copies between two images over the same buffer, each with its own row pitch', () => {
    const session = new Session()
    const buffer = session.buffer(Uint8Array.from({ length: 32 }, (_, i) => i))
    const format = { channelOrder: 'CL_R', channelDataType: 'CL_UNORM_INT8' } as const
    const over = (handle: unknown, width: number, rowPitch: number): ImageRef =>
      session.imageFrom(
        { type: '2D', format, width, height: 2, depth: 0, arraySize: 0 },
        { buffer: handle, hostPtr: undefined, rowPitch, slicePitch: 0 },
      )
    const srcImage = over(buffer.handle, 3, 8)
    const dstImage = over(session.subBuffer(buffer, 16, 16).handle, 4, 6)
    const origins = { srcOrigin: [1, 0, 0], dstOrigin: [0, 0, 0] } as const
    session.run({ _tag: 'CopyImage', srcImage, dstImage, ...origins, region: [2, 2, 1] })
    const expected = Uint8Array.from({ length: 32 }, (_, i) => i)
    expected.set([1, 2], 16)
    expected.set([9, 10], 22)
    expect(session.read(buffer, 32)).toEqual(expected)
  })
})
