import { Command, IMAGE_TYPES, completed, copyImage, formatKey, ready, type ImageType } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { copyPixels, volume, type OracleImage, type Triple } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { bytesPerPixel, formatPerPixelSize, pixelMask } from '../pixel-format.ts'
import type { Workbench } from '../workbench.ts'
import { value } from '../settle.ts'
import { twinOf } from './image-shapes.ts'

const draft = drafts('data of copies between images')

/** How many coordinates a box of the type may use. */
const AXES: Readonly<Record<ImageType, number>> = {
  '1D': 1,
  '1D_BUFFER': 1,
  '1D_ARRAY': 2,
  '2D': 2,
  '2D_ARRAY': 3,
  '3D': 3,
}

interface Copy {
  readonly srcOrigin: Triple
  readonly dstOrigin: Triple
  readonly region: Triple
}

/** Boxes that both types have: from corner to corner, both ways, and one pixel. */
const copiesOf = (src: OracleImage, dst: OracleImage): readonly Copy[] => {
  const axes = Math.min(AXES[src.type], AXES[dst.type])
  const region = [5, axes > 1 ? 3 : 1, axes > 2 ? 2 : 1] as const
  const far = ({ extent }: OracleImage, box: Triple): Triple => [
    extent[0] - box[0],
    extent[1] - box[1],
    extent[2] - box[2],
  ]
  return [
    { srcOrigin: [0, 0, 0], dstOrigin: far(dst, region), region },
    { srcOrigin: far(src, region), dstOrigin: [0, 0, 0], region },
    { srcOrigin: [1, 0, 0], dstOrigin: [2, 0, 0], region },
    { srcOrigin: far(src, [1, 1, 1]), dstOrigin: far(dst, [1, 1, 1]), region: [1, 1, 1] },
  ]
}

const pairs = (from: ImageType, to: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  const taken = new Set(bench.device.imageFormats[to].map(formatKey))
  for (const format of formatPerPixelSize(bench.device, from).filter((one) => taken.has(formatKey(one)))) {
    const [src, dst] = [await twinOf(bench, from, format, 191), await twinOf(bench, to, format, 192)]
    for (const { srcOrigin, dstOrigin, region } of copiesOf(src.oracle, dst.oracle)) {
      const copied = ready(src.image).pipe(copyImage(queue, dst.image, { srcOrigin, dstOrigin, region }), completed())
      const what = `copyImage ${from} to ${to}, ${formatKey(format)}, [${region}] from [${srcOrigin}] to [${dstOrigin}]`
      expectEqual(`${what}: emitted`, await value(what, copied), dst.image)
      copyPixels(src.oracle, srcOrigin, dst.oracle, dstOrigin, region)
      expectBytes(`${what}: destination`, await bench.contents(dst.image), dst.oracle.pixels)
    }
    expectBytes(`copyImage ${from} to ${to}: source`, await bench.contents(src.image), src.oracle.pixels)
    src.image.release()
    dst.image.release()
  }
}

const formats = async (bench: Workbench): Promise<void> => {
  const queue = bench.queue()
  for (const format of bench.device.imageFormats['2D']) {
    const [src, dst] = [await twinOf(bench, '2D', format, 193), await twinOf(bench, '2D', format, 194)]
    const region = [3, 4, 1] as const
    await bench.run(
      queue,
      Command.copyImage({ srcImage: src.image, dstImage: dst.image, srcOrigin: [1, 2], dstOrigin: [4], region }),
    )
    copyPixels(src.oracle, [1, 2, 0], dst.oracle, [4, 0, 0], region)
    const mask = pixelMask(format, volume(dst.oracle.extent))
    expectBytes(`copyImage ${formatKey(format)}`, await bench.contents(dst.image), dst.oracle.pixels, mask)
    src.image.release()
    dst.image.release()
  }
}

const withinOne = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 195)
    const [w, h, d] = oracle.extent
    const moves: readonly Copy[] = [
      { srcOrigin: [0, 0, 0], dstOrigin: [3, 0, 0], region: [3, h, d] },
      { srcOrigin: [w - 2, h - 1, d - 1], dstOrigin: [0, 0, 0], region: [2, 1, 1] },
    ]
    for (const { srcOrigin, dstOrigin, region } of moves) {
      await bench.run(queue, Command.copyImage({ srcImage: image, dstImage: image, srcOrigin, dstOrigin, region }))
      copyPixels(oracle, srcOrigin, oracle, dstOrigin, region)
      const what = `copyImage within a ${type} image, [${region}] from [${srcOrigin}] to [${dstOrigin}]`
      expectBytes(what, await bench.contents(image), oracle.pixels)
    }
    image.release()
  }
}

const withoutRegion = async (bench: Workbench): Promise<void> => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, '2D')) {
    const [src, dst] = [await twinOf(bench, '2D', format, 196), await twinOf(bench, '2D', format, 197)]
    const [w, h] = src.oracle.extent
    await bench.run(queue, Command.copyImage({ srcImage: src.image, dstImage: dst.image, srcOrigin: [2, 3] }))
    copyPixels(src.oracle, [2, 3, 0], dst.oracle, [0, 0, 0], [w - 2, h - 3, 1])
    expectBytes('copyImage from [2, 3]', await bench.contents(dst.image), dst.oracle.pixels)
    await bench.run(queue, Command.copyImage({ srcImage: src.image, dstImage: dst.image }))
    expectBytes('copyImage of all', await bench.contents(dst.image), src.oracle.pixels)
  }
}

const overOneBuffer = async (bench: Workbench): Promise<void> => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, '1D_BUFFER')) {
    const size = bytesPerPixel(format)
    const bytes = pattern(size * 12, 198)
    const buffer = await bench.buffer(bytes)
    const [a, b] = [
      await bench.image({ type: '1D_BUFFER', format, width: 12, buffer }),
      await bench.image({ type: '1D_BUFFER', format, width: 10, buffer }),
    ]
    await bench.run(
      queue,
      Command.copyImage({ srcImage: a, dstImage: b, srcOrigin: [1], dstOrigin: [6], region: [4, 1, 1] }),
    )
    const oracle: OracleImage = { type: '1D_BUFFER', extent: [12, 1, 1], elementSize: size, pixels: bytes }
    copyPixels(oracle, [1, 0, 0], oracle, [6, 0, 0], [4, 1, 1])
    expectBytes(`the buffer, ${size} bytes per pixel`, await bench.contents(buffer), bytes)
  }
}

export const COPY_IMAGE_DATA: readonly Draft[] = [
  ...IMAGE_TYPES.flatMap((from) =>
    IMAGE_TYPES.map((to) =>
      draft(
        `copyImage ${from} to ${to} copies its box and nothing else`,
        pairs(from, to),
        `${from} images`,
        `${to} images`,
      ),
    ),
  ),
  ...IMAGE_TYPES.map((type) =>
    draft(
      `copyImage moves pixels within one ${type} image where the boxes share none`,
      withinOne(type),
      `${type} images`,
    ),
  ),
  draft('copyImage keeps the pixels of every format', formats, '2D images'),
  draft('copyImage without a region goes to the far corner of the source', withoutRegion, '2D images'),
  draft('copyImage moves pixels between two images over one buffer', overOneBuffer, '1D_BUFFER images'),
]
