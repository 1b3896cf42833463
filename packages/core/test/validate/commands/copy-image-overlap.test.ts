import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImageObject } from '../../../src/model/image.ts'
import { COPY_IMAGE } from '../../../src/validate/conditions/commands/copy-image.ts'
import { validateCopyImage } from '../../../src/validate/commands/copy-image.ts'
import { checkWith, commandWorld, type CommandWorld } from '../command-world.ts'
import { behind, bufferOf, imageOf, partOf } from '../objects.ts'
import { expectRefusal, expectRight, specifyFaults, type Input } from '../specification.ts'

const check = checkWith('CopyImage', validateCopyImage)
const base = ({ here, queue }: CommandWorld): Input => ({
  queue,
  waitList: [],
  srcImage: imageOf(here),
  dstImage: imageOf(here),
  srcOrigin: [0, 0],
  dstOrigin: [0, 0],
  region: [4, 4],
})
const spec = { table: COPY_IMAGE, world: commandWorld, base, check }
const ours = commandWorld()
const parent = bufferOf(ours.here, 2048)

/** The bytes of the buffer that the pixels of a box are. */
const bytesOf = (image: ImageObject, [x, y]: readonly [number, number], [width, rows]: readonly [number, number]) => {
  const found = new Set<number>()
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < width * 4; i++) found.add((image.buffer?.origin ?? 0) + (y + j) * image.rowPitch + x * 4 + i)
  return found
}

const sides = fc.record({
  start: fc.constantFrom(0, 128, 256),
  pad: fc.nat(4),
  origin: fc.tuple(fc.nat(8), fc.nat(4)),
})

describe('the overlap of CopyImage', () => {
  specifyFaults(spec, [
    [
      'an overlap of images over two parts of one buffer',
      'CL_MEM_COPY_OVERLAP',
      {
        parameter: 'dst_image',
        given: ({ here }) => ({
          srcImage: imageOf(here, '1D_BUFFER', { buffer: behind(here) }),
          dstImage: imageOf(here, '1D_BUFFER', { buffer: partOf(behind(here), 32, 512) }),
          region: [4],
        }),
        vary: 'srcOrigin',
        fault: () => [5],
        control: () => [4],
      },
    ],
    [
      'an overlap of images of other row pitches over one buffer',
      'CL_MEM_COPY_OVERLAP',
      {
        parameter: 'dst_image',
        given: ({ here }) => ({
          srcImage: imageOf(here, '2D', { buffer: behind(here), rowPitch: 64, shape: { width: 8 } }),
          dstImage: imageOf(here, '2D', { buffer: behind(here), rowPitch: 80, shape: { width: 8 } }),
          region: [4, 2],
        }),
        vary: 'dstOrigin',
        fault: () => [0, 0],
        control: () => [4, 0],
      },
    ],
  ])

  const inOneImage = (dstOrigin: readonly number[], region: readonly number[]) => {
    const world = commandWorld()
    const image = imageOf(world.here, '3D')
    return check({ ...base(world), srcImage: image, dstImage: image, dstOrigin, region })
  }
  it.each([
    ['the columns beside', [4, 0, 0], [4, 4, 2]],
    ['the rows below', [0, 4, 0], [4, 4, 2]],
    ['the slices behind', [0, 0, 2], [4, 4, 2]],
  ])('in one image takes %s', (_name, dstOrigin, region) => expectRight(inOneImage(dstOrigin, region)))
  it.each([
    ['the same box', [0, 0, 0], [4, 4, 2]],
    ['a box one column beside', [1, 0, 0], [4, 4, 2]],
    ['a box one row below', [0, 1, 0], [4, 4, 2]],
    ['a box one slice behind', [0, 0, 1], [4, 4, 2]],
    ['a box that shares one pixel', [3, 3, 1], [4, 4, 2]],
  ])('in one image refuses %s', (_name, dstOrigin, region) =>
    expectRefusal(inOneImage(dstOrigin, region), 'CopyImage', 'CL_MEM_COPY_OVERLAP', 'dst_image'),
  )

  it('finds an overlap of images over one buffer exactly when some byte is in both boxes', () => {
    const seen = { clash: 0, apart: 0 }
    fc.assert(
      fc.property(
        sides,
        sides,
        fc.boolean(),
        fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 })),
        (from, to, isOneImage, region) => {
          const make = ({ start, pad }: typeof from) =>
            imageOf(ours.here, '2D', {
              buffer: start === 0 ? parent : partOf(parent, start, 1024),
              rowPitch: 64 + 4 * pad,
              shape: { width: 16, height: 8 },
            })
          const srcImage = make(from)
          const dstImage = isOneImage ? srcImage : make(to)
          const read = bytesOf(srcImage, from.origin, region)
          const clash = [...bytesOf(dstImage, to.origin, region)].some((byte) => read.has(byte))
          seen[clash ? 'clash' : 'apart'] += 1
          const boxes = { srcOrigin: from.origin, dstOrigin: to.origin, region }
          const answer = check({ queue: ours.queue, waitList: [], srcImage, dstImage, ...boxes })
          if (clash) expectRefusal(answer, 'CopyImage', 'CL_MEM_COPY_OVERLAP', 'dst_image')
          else expect(answer._tag).toBe('Right')
        },
      ),
      { numRuns: 2000 },
    )
    expect(Math.min(seen.clash, seen.apart)).toBeGreaterThan(200)
  })
})
