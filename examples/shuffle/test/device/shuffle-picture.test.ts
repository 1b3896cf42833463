import { emulator, type EmulatorOptions } from '@rxcl/backend-emu'
import { type ClError, createOpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { lastValueFrom, toArray } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { findDevice } from '../../src/device/find-device.ts'
import { createMeter, type Meter } from '../../src/device/meter.ts'
import { type Progress, shufflePicture } from '../../src/device/shuffle-picture.ts'
import { type Picture, pixelSize } from '../../src/picture.ts'
import { cutIntoTiles } from '../../src/tiles/cut-into-tiles.ts'
import { randomFrom } from '../../src/tiles/random.ts'
import { type Move, shuffleTiles } from '../../src/tiles/shuffle-tiles.ts'

interface Job {
  readonly picture: Picture
  readonly tile: number
  readonly moves: readonly Move[]
}

const jobFor = (width: number, height: number, depth: 8 | 16, tile: number, seed: number): Job => ({
  picture: {
    width,
    height,
    depth,
    bytes: Uint8Array.from({ length: width * height * pixelSize(depth) }, (_, index) => (index * 31 + seed) & 255),
  },
  tile,
  moves: shuffleTiles(cutIntoTiles({ width, height, tile }), randomFrom(seed)),
})

const jobs = fc
  .tuple(
    fc.integer({ min: 1, max: 24 }),
    fc.integer({ min: 1, max: 24 }),
    fc.constantFrom(8 as const, 16 as const),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  )
  .map((parts) => jobFor(...parts))

/** The moves by plain loops over the rows of each tile. */
const moveOnHost = ({ picture, moves }: Job): Uint8Array => {
  const size = pixelSize(picture.depth)
  const moved = new Uint8Array(picture.bytes.length)
  for (const { from, to } of moves) {
    for (let row = 0; row < from.height; row += 1) {
      const start = ((from.y + row) * picture.width + from.x) * size
      const target = ((to.y + row) * picture.width + to.x) * size
      moved.set(picture.bytes.subarray(start, start + from.width * size), target)
    }
  }
  return moved
}

const carryOut = (
  job: Job,
  options: EmulatorOptions = {},
  meter: Meter = createMeter(),
): Promise<readonly E.Either<ClError, Progress>[]> => {
  const opencl = createOpenCL(emulator(options))
  const device = findDevice(opencl)
  if (E.isLeft(device)) throw new Error(device.left._tag)
  return lastValueFrom(shufflePicture(opencl, device.right, meter, job).pipe(toArray()))
}

const bytesOf = (steps: readonly E.Either<ClError, Progress>[], tag: 'Shuffled' | 'Restored'): Uint8Array | undefined =>
  steps.flatMap((step) => (E.isRight(step) && step.right._tag === tag ? [step.right.bytes] : []))[0]

describe('shufflePicture', () => {
  test('moves the tiles as a loop on the host would, and back, in any order that the wait lists allow', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, fc.integer({ min: 0, max: 1000 }), async (job, seed) => {
        const steps = await carryOut(job, { seed })
        expect(bytesOf(steps, 'Shuffled')).toEqual(moveOnHost(job))
        expect(bytesOf(steps, 'Restored')).toEqual(job.picture.bytes)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('emits a TileMoved per tile and direction, and each picture once its tiles are there', async () => {
    const steps = await carryOut(jobFor(6, 2, 8, 2, 1))
    expect(steps.map((step) => (E.isRight(step) ? step.right._tag : step.left._tag))).toEqual(
      'TileMoved TileMoved TileMoved Shuffled TileMoved TileMoved TileMoved Restored'.split(' '),
    )
  })

  test('has counted every command and byte when it completes', async () => {
    const meter = createMeter()
    await carryOut(jobFor(6, 2, 8, 2, 1), {}, meter)
    expect(meter.measures().map(({ kind, count, bytes }) => [kind, count, bytes])).toEqual([
      ['WriteImage', 1, 48],
      ['CopyImageToBuffer', 6, 96],
      ['ReadBuffer', 6, 96],
      ['SVMMemcpy, host to SVM', 6, 96],
      ['SVMMemcpy, SVM to SVM', 6, 96],
      ['SVMMemcpy, SVM to host', 6, 96],
      ['WriteBuffer', 6, 96],
      ['CopyBufferToImage', 6, 96],
      ['ReadImage', 2, 96],
    ])
  })

  test('control: a device with room enough does it', async () => {
    const steps = await carryOut(jobFor(64, 64, 8, 8, 1))
    expect(steps.at(-1)).toMatchObject(E.right({ _tag: 'Restored' }))
  })

  test.each([
    { why: 'without images', device: { imageSupport: false }, code: 'CL_INVALID_OPERATION', command: 'createImage' },
    { why: 'without SVM', device: { svm: 'none' }, code: 'CL_INVALID_OPERATION', command: 'svmAlloc' },
    {
      why: 'with too little memory',
      device: { maxMemAllocSize: 32_768, globalMemSize: 32_768 },
      code: 'CL_MEM_OBJECT_ALLOCATION_FAILURE',
      command: 'createImage',
    },
  ] as const)('gives one Left and nothing more for a device $why', async ({ device, code, command }) => {
    const steps = await carryOut(jobFor(64, 64, 8, 8, 1), { device })
    expect(steps).toMatchObject([E.left({ _tag: code, command })])
  })
})
