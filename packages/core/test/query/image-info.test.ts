import { right as isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { imageInfo, RGBA8, type ClImage, type ImageDesc, type ImageType } from '../../src/index.ts'
import { IMAGE_INFO } from '../../src/validate/conditions/queries/image-info.ts'
import { recorded, right } from '../stream/fixture.ts'
import { specifyTotal } from '../validate/anything.ts'
import { specifyConditions, specifyFaults, type Check } from '../validate/specification.ts'

const world = () => {
  const made = recorded()
  const imageOf = (desc: Omit<ImageDesc<ImageType>, 'format'>) =>
    right(made.context.createImage({ format: RGBA8, ...desc }))
  return { ...made, imageOf, image: imageOf({ type: '2D', width: 3, height: 5 }) }
}
type World = ReturnType<typeof world>
const check: Check = ({ image }) => imageInfo(image as ClImage)
const spec = { table: IMAGE_INFO, world, base: ({ image }: World) => ({ image }), check }
const image = { parameter: 'image', vary: 'image', control: (now: World) => now.image }

specifyConditions({
  ...spec,
  cases: {
    image: {
      ...image,
      fault: ({ imageOf }) => {
        const gone = imageOf({ type: '2D', width: 3, height: 5 })
        gone.release()
        return gone
      },
    },
  },
})

const SIZES = { width: 3, height: 0, depth: 0, arraySize: 0 }
const hostPtr = new Uint8Array(512)
const COPY = ['COPY_HOST_PTR'] as const

describe('imageInfo', () => {
  specifyTotal(spec)

  specifyFaults(spec, [['a buffer', 'CL_INVALID_MEM_OBJECT', { ...image, fault: ({ buffer }) => buffer() }]])

  it.each([
    // What the image is made from, and what differs from an image of 3 pixels of 4 bytes.
    [{ type: '1D' }, { rowPitch: 12, slicePitch: 0 }],
    [
      { type: '1D', rowPitch: 16, flags: COPY, hostPtr },
      { rowPitch: 16, slicePitch: 0 },
    ],
    [
      { type: '1D_ARRAY', arraySize: 2 },
      { rowPitch: 12, slicePitch: 12, arraySize: 2 },
    ],
    [
      { type: '1D_ARRAY', arraySize: 2, rowPitch: 16, flags: COPY, hostPtr },
      { rowPitch: 16, slicePitch: 16, arraySize: 2 },
    ],
    [
      { type: '2D', height: 5 },
      { rowPitch: 12, slicePitch: 0, height: 5 },
    ],
    [
      { type: '2D', height: 5, rowPitch: 16, flags: COPY, hostPtr },
      { rowPitch: 16, slicePitch: 0, height: 5 },
    ],
    [
      { type: '2D_ARRAY', height: 5, arraySize: 2 },
      { rowPitch: 12, slicePitch: 60, height: 5, arraySize: 2 },
    ],
    [
      { type: '3D', height: 5, depth: 2 },
      { rowPitch: 12, slicePitch: 60, height: 5, depth: 2 },
    ],
    [
      { type: '3D', height: 5, depth: 2, rowPitch: 16, slicePitch: 96, flags: COPY, hostPtr },
      { rowPitch: 16, slicePitch: 96, height: 5, depth: 2 },
    ],
    [
      { type: '3D', height: 5, depth: 2, rowPitch: 16, flags: ['USE_HOST_PTR'], hostPtr },
      { rowPitch: 16, slicePitch: 80, height: 5, depth: 2 },
    ],
  ] as const)('of an image of 3 pixels with %j has %j', (desc, facts) => {
    const { imageOf } = world()
    expect(imageInfo(imageOf({ width: 3, ...desc }))).toEqual(
      isRight({
        format: RGBA8,
        elementSize: 4,
        ...SIZES,
        ...facts,
        buffer: undefined,
        numMipLevels: 0,
        numSamples: 0,
      }),
    )
  })

  it.each([
    ['1D_BUFFER', {}, { rowPitch: 12, slicePitch: 0 }],
    ['2D', { width: 4, height: 2, rowPitch: 32 }, { width: 4, height: 2, rowPitch: 32, slicePitch: 0 }],
  ] as const)('of a %s image from a buffer has that buffer', (type, desc, facts) => {
    const { imageOf, buffer } = world()
    const behind = buffer()
    const info = right(imageInfo(imageOf({ type, width: 3, ...desc, buffer: behind })))
    expect(info).toMatchObject({ ...SIZES, ...facts })
    expect(info.buffer).toBe(behind)
  })
})
