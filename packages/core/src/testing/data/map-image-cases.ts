import {
  IMAGE_TYPES,
  formatKey,
  mapImage,
  ready,
  type ClCommandQueue,
  type ClImage,
  type ImageType,
  type MapFlag,
  type Mapped,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectThat } from '../expect.ts'
import {
  hostBytes,
  putPixels,
  stridesOf,
  takePixels,
  volume,
  type Box,
  type OracleImage,
  type Strides,
} from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { formatPerPixelSize, pixelMask } from '../pixel-format.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { boxesOf, describeBox, twinOf } from './image-shapes.ts'
import { expectGone, unmapped } from './mapped.ts'

const draft = drafts('data of mapped images')

const map = (queue: ClCommandQueue, image: ClImage, { origin, region }: Box, ...mapFlags: readonly MapFlag[]) =>
  value('mapImage', ready(image).pipe(mapImage(queue, { mapFlags, origin, region })))

/** The pitches that a mapping says, checked against what the type has; the last row may end with its last pixel. */
const stridesIn = (what: string, { type, elementSize }: OracleImage, { region }: Box, mapped: Mapped): Strides => {
  const { rowPitch, slicePitch, bytes } = mapped
  expectThat(rowPitch >= region[0] * elementSize, `${what}: a row pitch of ${rowPitch} is below the row`)
  if (type === '1D_ARRAY') expectEqual(`${what}: the slice pitch of a 1D array`, slicePitch, rowPitch)
  else if (type === '2D_ARRAY' || type === '3D')
    expectThat(slicePitch >= rowPitch * region[1], `${what}: a slice pitch of ${slicePitch} is below the slice`)
  else expectEqual(`${what}: the slice pitch of a ${type} image`, slicePitch, 0)
  const strides = stridesOf(type, region, elementSize, rowPitch, slicePitch)
  const last = (region[2] - 1) * strides.slice + (region[1] - 1) * strides.row + region[0] * elementSize
  expectEqual(`${what}: bytes mapped`, bytes.length, last)
  return strides
}

/** The pixels of a box, packed. */
const packedPixels = (oracle: OracleImage, box: Box): Uint8Array => {
  const strides = stridesOf(oracle.type, box.region, oracle.elementSize, 0, 0)
  const packed = new Uint8Array(hostBytes(box.region, strides))
  takePixels(oracle, box, packed, strides)
  return packed
}

/** The pixels of a mapped box, packed. */
const mappedPixels = (oracle: OracleImage, { region }: Box, bytes: Uint8Array, strides: Strides): Uint8Array => {
  const packed: OracleImage = { ...oracle, extent: region, pixels: new Uint8Array(volume(region) * oracle.elementSize) }
  putPixels(packed, { origin: [0, 0, 0], region }, bytes, strides)
  return packed.pixels
}

/** New pixels into a mapped box, and no byte between its rows, which may be pixels that are not mapped. */
const writePixels = (oracle: OracleImage, box: Box, bytes: Uint8Array, strides: Strides): void => {
  const { region } = box
  const pixels = pattern(volume(region) * oracle.elementSize, strides.row + region[0])
  putPixels(oracle, box, pixels, stridesOf(oracle.type, region, oracle.elementSize, 0, 0))
  takePixels(oracle, box, bytes, strides)
}

const reads = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 231)
    for (const box of boxesOf(oracle.extent)) {
      const what = `mapImage ${type}, ${oracle.elementSize} bytes per pixel, ${describeBox(box)}`
      const mapped = await map(queue, image, box, 'READ')
      expectEqual(`${what}: the resource`, mapped.resource, image)
      const strides = stridesIn(what, oracle, box, mapped)
      expectBytes(what, mappedPixels(oracle, box, mapped.bytes, strides), packedPixels(oracle, box))
      const { bytes } = mapped
      expectEqual(`${what}: emitted by unmap`, await unmapped(queue, mapped), image)
      expectGone(what, mapped, bytes)
    }
    expectBytes(`mapImage ${type}: the image`, await bench.contents(image), oracle.pixels)
    image.release()
  }
}

const writes =
  (type: ImageType, ...mapFlags: readonly MapFlag[]) =>
  async (bench: Workbench) => {
    const queue = bench.queue()
    for (const format of formatPerPixelSize(bench.device, type)) {
      const { image, oracle } = await twinOf(bench, type, format, 232)
      for (const box of boxesOf(oracle.extent)) {
        const what = `mapImage ${type} ${mapFlags}, ${oracle.elementSize} bytes per pixel, ${describeBox(box)}`
        const mapped = await map(queue, image, box, ...mapFlags)
        const strides = stridesIn(what, oracle, box, mapped)
        writePixels(oracle, box, mapped.bytes, strides)
        await unmapped(queue, mapped)
        expectBytes(what, await bench.contents(image), oracle.pixels)
      }
      image.release()
    }
  }

const keeps = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 233)
    const [w, h, d] = oracle.extent
    const box = { origin: [1, 0, 0], region: [w - 2, h, d] } as const
    const mapped = await map(queue, image, box, 'WRITE')
    const corner = pattern(oracle.elementSize, 234)
    mapped.bytes.set(corner)
    await unmapped(queue, mapped)
    putPixels(oracle, { origin: [1, 0, 0], region: [1, 1, 1] }, corner, { row: 0, slice: 0 })
    expectBytes(`mapImage ${type} of which one pixel is written`, await bench.contents(image), oracle.pixels)
    image.release()
  }
}

const formats = async (bench: Workbench): Promise<void> => {
  const queue = bench.queue()
  for (const format of bench.device.imageFormats['2D']) {
    const { image, oracle } = await twinOf(bench, '2D', format, 235)
    const box = { origin: [2, 1, 0], region: [5, 4, 1] } as const
    const mapped = await map(queue, image, box, 'READ', 'WRITE')
    const strides = stridesIn(formatKey(format), oracle, box, mapped)
    const mask = pixelMask(format, volume(box.region))
    expectBytes(
      `mapImage ${formatKey(format)}`,
      mappedPixels(oracle, box, mapped.bytes, strides),
      packedPixels(oracle, box),
      mask,
    )
    writePixels(oracle, box, mapped.bytes, strides)
    await unmapped(queue, mapped)
    const all = pixelMask(format, volume(oracle.extent))
    expectBytes(`${formatKey(format)} after the unmap`, await bench.contents(image), oracle.pixels, all)
    image.release()
  }
}

const twoAtOnce = async (bench: Workbench): Promise<void> => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, '2D')) {
    const { image, oracle } = await twinOf(bench, '2D', format, 237)
    const [a, b] = [
      { origin: [0, 0, 0], region: [5, 5, 1] },
      { origin: [3, 2, 0], region: [5, 5, 1] },
    ] as const
    const [first, second] = await Promise.all([map(queue, image, a, 'READ'), map(queue, image, b, 'READ')])
    const seen = (box: Box, mapped: Mapped) =>
      mappedPixels(oracle, box, mapped.bytes, stridesIn('a map of two', oracle, box, mapped))
    expectBytes('the first', seen(a, first), packedPixels(oracle, a))
    expectBytes('the second', seen(b, second), packedPixels(oracle, b))
    const { bytes } = first
    await unmapped(queue, first)
    expectGone('the first, unmapped', first, bytes)
    expectBytes('the second, when the first is unmapped', seen(b, second), packedPixels(oracle, b))
    await unmapped(queue, second)
    image.release()
  }
}

const withoutOptions = async (bench: Workbench): Promise<void> => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, '2D')) {
    const { image, oracle } = await twinOf(bench, '2D', format, 238)
    const [w, h] = oracle.extent
    for (const origin of [undefined, [3, 2]] as const) {
      const mapped = await value('mapImage', ready(image).pipe(mapImage(queue, origin === undefined ? {} : { origin })))
      const [x, y] = origin ?? [0, 0]
      const box = { origin: [x, y, 0], region: [w - x, h - y, 1] } as const
      expectEqual('the flags', mapped.flags.join(), 'READ,WRITE')
      const strides = stridesIn('mapImage', oracle, box, mapped)
      expectBytes('mapImage', mappedPixels(oracle, box, mapped.bytes, strides), packedPixels(oracle, box))
      await unmapped(queue, mapped)
    }
    image.release()
  }
}

export const MAP_IMAGE_DATA: readonly Draft[] = [
  ...IMAGE_TYPES.flatMap((type) => [
    draft(`mapImage ${type} shows the pixels of its box at the pitches it names`, reads(type), `${type} images`),
    draft(
      `what is written through a map of a ${type} image arrives with the unmap, in its box alone`,
      writes(type, 'READ', 'WRITE'),
      `${type} images`,
    ),
    draft(
      `a map of a ${type} image that invalidates takes all of its box from the host`,
      writes(type, 'WRITE_INVALIDATE_REGION'),
      `${type} images`,
    ),
    draft(`a map of a ${type} image keeps the pixels that the host leaves alone`, keeps(type), `${type} images`),
  ]),
  draft('every format of 2D images can be mapped', formats, '2D images'),
  draft('two maps for reading show the same pixels, and each ends alone', twoAtOnce, '2D images'),
  draft('without options all of the image is mapped, to read and write', withoutOptions, '2D images'),
]
