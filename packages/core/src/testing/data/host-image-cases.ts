import {
  Command,
  IMAGE_TYPES,
  mapImage,
  ready,
  type ImageDesc,
  type ImageType,
  type LegalImageFormat,
  type MemFlag,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectTypeError, right } from '../expect.ts'
import { copyBytes, putPixels, stridesOf, takePixels, volume, type OracleImage, type Strides } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { bytesPerPixel, formatPerPixelSize } from '../pixel-format.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import type { Pitches } from './host-pitches.ts'
import { EXTENTS } from './image-shapes.ts'
import { unmapped } from './mapped.ts'

const draft = drafts('images from host memory')

type OwnMemory = Exclude<ImageType, '1D_BUFFER'>

/** An image over a buffer has no memory of the program's. */
const TYPES: readonly OwnMemory[] = IMAGE_TYPES.filter((type) => type !== '1D_BUFFER')

const shapeOf = (type: OwnMemory, format: LegalImageFormat): ImageDesc<OwnMemory> => {
  const [width, second, third] = EXTENTS[type]
  switch (type) {
    case '1D':
      return { type, format, width }
    case '1D_ARRAY':
      return { type, format, width, arraySize: second }
    case '2D':
      return { type, format, width, height: second }
    case '2D_ARRAY':
      return { type, format, width, height: second, arraySize: third }
    case '3D':
      return { type, format, width, height: second, depth: third }
  }
}

/** Tight, rows of one or three pixels more, and for what has slices a row more in each, which 1D arrays have not. */
const pitchesOf = (type: OwnMemory, elementSize: number): readonly Pitches[] => {
  const [width, height] = EXTENTS[type]
  const row = width * elementSize
  const [one, three] = [row + elementSize, row + elementSize * 3]
  const rows = [0, row, one, three].map((rowPitch) => ({ rowPitch, slicePitch: 0 }))
  switch (type) {
    case '1D':
    case '2D':
      return rows
    case '1D_ARRAY':
      return [...rows, { rowPitch: 0, slicePitch: row * 2 }, { rowPitch: one, slicePitch: one * 3 }]
    case '2D_ARRAY':
    case '3D':
      return [
        ...rows,
        { rowPitch: 0, slicePitch: row * (height + 1) },
        { rowPitch: three, slicePitch: three * (height + 2) },
      ]
  }
}

interface Scene {
  readonly what: string
  readonly desc: ImageDesc<OwnMemory>
  readonly oracle: OracleImage
  readonly strides: Strides
  readonly hostPtr: Uint8Array<ArrayBuffer>
}

/** Host memory of exactly the bytes that an image takes, for each size of a pixel and each pair of pitches. */
const scenes = (bench: Workbench, type: OwnMemory, flags: readonly MemFlag[], seed: number): readonly Scene[] =>
  formatPerPixelSize(bench.device, type).flatMap((format) => {
    const [extent, elementSize] = [EXTENTS[type], bytesPerPixel(format)]
    return pitchesOf(type, elementSize).map(({ rowPitch, slicePitch }) => {
      const strides = stridesOf(type, extent, elementSize, rowPitch, slicePitch)
      const host = pattern(strides.slice * extent[2], seed)
      const oracle = { type, extent, elementSize, pixels: new Uint8Array(volume(extent) * elementSize) }
      putPixels(oracle, { origin: [0, 0, 0], region: extent }, host, strides)
      // In the middle of a larger array, and as far in as a pixel asks for.
      const all = new Uint8Array(host.length + 128)
      const hostPtr = all.subarray(64, 64 + host.length)
      copyBytes(host, 0, hostPtr, 0, host.length)
      return {
        what: `a ${type} image, ${elementSize} bytes per pixel, pitches ${rowPitch} and ${slicePitch}`,
        desc: { ...shapeOf(type, format), flags, hostPtr, rowPitch, slicePitch },
        oracle,
        strides,
        hostPtr,
      }
    })
  })

const copied = (type: OwnMemory) => async (bench: Workbench) => {
  for (const { what, desc, oracle, hostPtr } of scenes(bench, type, ['COPY_HOST_PTR'], 301)) {
    const image = right(`createImage, ${what}`, bench.context.createImage(desc))
    hostPtr.fill(0xee)
    expectBytes(what, await bench.contents(image), oracle.pixels)
    expectEqual(`${what}: hostPtr`, image.hostPtr, undefined)
    image.release()
  }
}

const used = (type: OwnMemory) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const { what, desc, oracle, strides, hostPtr } of scenes(bench, type, ['USE_HOST_PTR'], 302)) {
    const image = right(`createImage, ${what}`, bench.context.createImage(desc))
    expectBytes(what, await bench.contents(image), oracle.pixels)
    const [w, h, d] = oracle.extent
    const box = { origin: [1, 0, 0], region: [w - 2, h, d] } as const
    const written = pattern(volume(box.region) * oracle.elementSize, 303)
    await bench.run(queue, Command.writeImage({ image, ...box, ptr: written }))
    putPixels(oracle, box, written, stridesOf(type, box.region, oracle.elementSize, 0, 0))
    const whole = { origin: [0, 0, 0], region: oracle.extent } as const
    const mapped = await value('mapImage', ready(image).pipe(mapImage(queue, whole)))
    expectEqual(`${what}: the buffer of the mapped bytes`, mapped.bytes.buffer, hostPtr.buffer)
    expectEqual(`${what}: where they begin`, mapped.bytes.byteOffset, hostPtr.byteOffset)
    expectEqual(`${what}: row pitch of the map`, mapped.rowPitch, strides.row)
    const seen = { ...oracle, pixels: new Uint8Array(oracle.pixels.length) }
    putPixels(seen, whole, hostPtr, strides)
    expectBytes(`${what}: the host memory while it is mapped`, seen.pixels, oracle.pixels)
    oracle.pixels.set(pattern(oracle.pixels.length, 304))
    takePixels(oracle, whole, hostPtr, strides)
    await unmapped(queue, mapped)
    expectBytes(`${what}: the image after the unmap`, await bench.contents(image), oracle.pixels)
    expectTypeError('bytes of the ended mapping', () => mapped.bytes)
    image.release()
  }
}

export const HOST_IMAGE_DATA: readonly Draft[] = TYPES.flatMap((type) => [
  draft(`COPY_HOST_PTR gives a ${type} image its pixels, from any pitches`, copied(type), `${type} images`),
  draft(
    `USE_HOST_PTR gives a ${type} image its pixels, and a map shows the program its own memory`,
    used(type),
    `${type} images`,
  ),
])
