import { Command, IMAGE_TYPES, RGBA8, formatKey, type ImageType, type LegalImageFormat } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectThat } from '../expect.ts'
import { bufferToImage, imageToBuffer, putPixels, stridesOf, volume } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { pixelMask } from '../pixel-format.ts'
import type { Workbench } from '../workbench.ts'
import { twinOf } from './image-shapes.ts'

const draft = drafts('formats of images')

/** One odd box through all four commands, for a format whose padding bits may change on the way. */
const allCommands = async (bench: Workbench, type: ImageType, format: LegalImageFormat): Promise<void> => {
  const what = `${type} ${formatKey(format)}`
  const queue = bench.queue()
  const { image, oracle } = await twinOf(bench, type, format, 51)
  const { elementSize } = oracle
  const [w, h, d] = oracle.extent
  const region = [3, Math.min(h, 2), Math.min(d, 2)] as const
  const origins = [
    [1, 0, 0],
    [w - 3, h - region[1], d - region[2]],
  ] as const
  const whole = pixelMask(format, volume(oracle.extent))
  const part = pixelMask(format, volume(region))

  const host = pattern(volume(region) * elementSize, 52)
  await bench.run(queue, Command.writeImage({ image, origin: origins[0], region, ptr: host }))
  putPixels(oracle, { origin: origins[0], region }, host, stridesOf(type, region, elementSize, 0, 0))
  expectBytes(`${what}: writeImage`, await bench.contents(image), oracle.pixels, whole)

  const buffer = await bench.buffer(host.length)
  await bench.run(
    queue,
    Command.copyBufferToImage({ srcBuffer: await bench.buffer(host), dstImage: image, dstOrigin: origins[1], region }),
  )
  bufferToImage(host, 0, oracle, { origin: origins[1], region })
  expectBytes(`${what}: copyBufferToImage`, await bench.contents(image), oracle.pixels, whole)

  const expected = new Uint8Array(host.length)
  for (const origin of origins) {
    imageToBuffer(oracle, { origin, region }, expected, 0)
    await bench.run(queue, Command.copyImageToBuffer({ srcImage: image, dstBuffer: buffer, srcOrigin: origin, region }))
    expectBytes(`${what}: copyImageToBuffer`, await bench.contents(buffer), expected, part)
    const read = new Uint8Array(host.length)
    await bench.run(queue, Command.readImage({ image, origin, region, ptr: read }))
    expectBytes(`${what}: readImage`, read, expected, part)
  }
  image.release()
}

export const IMAGE_FORMAT_DATA: readonly Draft[] = [
  draft(
    'RGBA8 is among the formats of 2D images',
    async (bench) => {
      const formats = bench.device.imageFormats['2D'].map(formatKey)
      expectThat(formats.includes(formatKey(RGBA8)), `2D images have the formats ${formats.join(', ')}`)
    },
    '2D images',
  ),
  ...IMAGE_TYPES.map((type) =>
    draft(
      `every format of the device keeps its pixels in ${type} images`,
      async (bench) => {
        for (const format of bench.device.imageFormats[type]) await allCommands(bench, type, format)
      },
      `${type} images`,
    ),
  ),
]
