import { of } from 'rxjs'
import { Command, Flow, IMAGE_TYPES, completed, readImage, ready, writeImage, type ImageType } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { hostBytes, putPixels, stridesOf, takePixels } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { formatPerPixelSize } from '../pixel-format.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { pitchesOf } from './host-pitches.ts'
import { boxesOf, describeBox, twinOf } from './image-shapes.ts'

const draft = drafts('data of images')

const writes = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 31)
    for (const box of boxesOf(oracle.extent)) {
      const { origin, region } = box
      for (const pitches of pitchesOf(type, region, oracle.elementSize)) {
        const strides = stridesOf(type, region, oracle.elementSize, pitches.rowPitch, pitches.slicePitch)
        const host = pattern(hostBytes(region, strides), strides.row + region[0])
        const written = of(host).pipe(
          Flow.lift(),
          writeImage(queue, image, { origin, region, ...pitches }),
          completed(),
        )
        const what = `writeImage ${type}, ${oracle.elementSize} bytes per pixel, ${describeBox(box)}, pitches ${pitches.rowPitch} and ${pitches.slicePitch}`
        expectEqual(`${what}: emitted`, await value(what, written), image)
        putPixels(oracle, box, host, strides)
        expectBytes(what, await bench.contents(image), oracle.pixels)
      }
    }
    image.release()
  }
}

const reads = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 32)
    for (const box of boxesOf(oracle.extent)) {
      const { origin, region } = box
      const packed = await value('readImage', ready(image).pipe(readImage(queue, { origin, region })))
      const strides = stridesOf(type, region, oracle.elementSize, 0, 0)
      const expected = new Uint8Array(hostBytes(region, strides))
      takePixels(oracle, box, expected, strides)
      const what = `readImage ${type}, ${oracle.elementSize} bytes per pixel, ${describeBox(box)}`
      expectBytes(what, packed, expected)
    }
    image.release()
  }
}

const readsInto = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 33)
    for (const box of boxesOf(oracle.extent)) {
      const { origin, region } = box
      for (const { rowPitch, slicePitch } of pitchesOf(type, region, oracle.elementSize)) {
        const strides = stridesOf(type, region, oracle.elementSize, rowPitch, slicePitch)
        const host = pattern(hostBytes(region, strides) + 3, 34)
        const expected = host.slice()
        await bench.run(queue, Command.readImage({ image, origin, region, rowPitch, slicePitch, ptr: host }))
        takePixels(oracle, box, expected, strides)
        const what = `readImage ${type}, ${oracle.elementSize} bytes per pixel, ${describeBox(box)}, pitches ${rowPitch} and ${slicePitch}`
        expectBytes(what, host, expected)
      }
    }
    image.release()
  }
}

const readsWhatIsLeft = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 35)
    const [w, h, d] = oracle.extent
    const box = { origin: [2, h - 1, d - 1], region: [w - 2, 1, 1] } as const
    const strides = stridesOf(type, box.region, oracle.elementSize, 0, 0)
    const expected = new Uint8Array(hostBytes(box.region, strides))
    takePixels(oracle, box, expected, strides)
    const read = await value('readImage', ready(image).pipe(readImage(queue, { origin: box.origin })))
    expectBytes(`readImage ${type} from [${box.origin}]`, read, expected)
    expectBytes(`readImage ${type}`, await value('readImage', ready(image).pipe(readImage(queue))), oracle.pixels)
    image.release()
  }
}

export const IMAGE_DATA: readonly Draft[] = IMAGE_TYPES.flatMap((type) => [
  draft(`writeImage ${type} writes its box, from any pitches, and nothing else`, writes(type), `${type} images`),
  draft(`readImage ${type} reads its box, packed`, reads(type), `${type} images`),
  draft(`readImage ${type} fills the rows of given memory and no gap`, readsInto(type), `${type} images`),
  draft(`readImage ${type} without a region reads to the far corner`, readsWhatIsLeft(type), `${type} images`),
])
