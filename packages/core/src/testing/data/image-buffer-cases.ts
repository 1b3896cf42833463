import {
  Command,
  IMAGE_TYPES,
  completed,
  copyBufferToImage,
  copyImageToBuffer,
  ready,
  type ImageType,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { bufferToImage, copyBytes, imageToBuffer, volume } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { bytesPerPixel, formatPerPixelSize } from '../pixel-format.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { boxesOf, describeBox, twinOf } from './image-shapes.ts'

const draft = drafts('data between images and buffers')

/** No copy between images and buffers has an alignment rule for its byte offset. */
const OFFSETS = [0, 1, 6]

const toBuffer = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 41)
    for (const box of boxesOf(oracle.extent))
      for (const dstOffset of OFFSETS) {
        const expected = pattern(volume(box.region) * oracle.elementSize + dstOffset + 5, 42)
        const buffer = await bench.buffer(expected)
        const copied = ready(image).pipe(
          copyImageToBuffer(queue, buffer, { srcOrigin: box.origin, region: box.region, dstOffset }),
          completed(),
        )
        const what = `copyImageToBuffer ${type}, ${oracle.elementSize} bytes per pixel, ${describeBox(box)}, to byte ${dstOffset}`
        expectEqual(`${what}: emitted`, await value(what, copied), buffer)
        imageToBuffer(oracle, box, expected, dstOffset)
        expectBytes(`${what}: buffer`, await bench.contents(buffer), expected)
        buffer.release()
      }
    expectBytes(`copyImageToBuffer ${type}: image`, await bench.contents(image), oracle.pixels)
    image.release()
  }
}

const toImage = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 43)
    const bytes = pattern(oracle.pixels.length + 8, 44)
    const buffer = await bench.buffer(bytes)
    for (const box of boxesOf(oracle.extent))
      for (const srcOffset of OFFSETS) {
        const copied = ready(buffer).pipe(
          copyBufferToImage(queue, image, { srcOffset, dstOrigin: box.origin, region: box.region }),
          completed(),
        )
        const what = `copyBufferToImage ${type}, ${oracle.elementSize} bytes per pixel, ${describeBox(box)}, from byte ${srcOffset}`
        expectEqual(`${what}: emitted`, await value(what, copied), image)
        bufferToImage(bytes, srcOffset, oracle, box)
        expectBytes(`${what}: image`, await bench.contents(image), oracle.pixels)
      }
    expectBytes(`copyBufferToImage ${type}: buffer`, await bench.contents(buffer), bytes)
    image.release()
  }
}

const withoutRegion = (type: ImageType) => async (bench: Workbench) => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, type)) {
    const { image, oracle } = await twinOf(bench, type, format, 45)
    const buffer = await bench.buffer(oracle.pixels.length)
    await bench.run(queue, Command.copyImageToBuffer({ srcImage: image, dstBuffer: buffer }))
    expectBytes(`copyImageToBuffer ${type}`, await bench.contents(buffer), oracle.pixels)
    const [w, h, d] = oracle.extent
    const dstOrigin = [1, h - 1, d - 1] as const
    await bench.run(queue, Command.copyBufferToImage({ srcBuffer: buffer, dstImage: image, dstOrigin }))
    bufferToImage(oracle.pixels.slice(), 0, oracle, { origin: dstOrigin, region: [w - 1, 1, 1] })
    expectBytes(`copyBufferToImage ${type} to [${dstOrigin}]`, await bench.contents(image), oracle.pixels)
    image.release()
  }
}

const throughSubBuffer = async (bench: Workbench): Promise<void> => {
  const unit = bench.device.memBaseAddrAlign
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, '2D')) {
    const { image, oracle } = await twinOf(bench, '2D', format, 46)
    const box = { origin: [2, 1, 0], region: [3, 4, 1] } as const
    const bytes = pattern(unit * 2 + volume(box.region) * oracle.elementSize, 47)
    const parent = await bench.buffer(bytes)
    const part = bench.subBuffer(parent, unit, volume(box.region) * oracle.elementSize)
    const { origin, region } = box
    await bench.run(queue, Command.copyImageToBuffer({ srcImage: image, dstBuffer: part, srcOrigin: origin, region }))
    imageToBuffer(oracle, box, bytes, unit)
    expectBytes('copyImageToBuffer to a sub-buffer: parent', await bench.contents(parent), bytes)
    await bench.run(queue, Command.copyBufferToImage({ srcBuffer: part, dstImage: image, dstOrigin: [0, 3], region }))
    bufferToImage(bytes, unit, oracle, { origin: [0, 3, 0], region })
    expectBytes('copyBufferToImage from a sub-buffer: image', await bench.contents(image), oracle.pixels)
  }
}

const sharedPixels = async (bench: Workbench): Promise<void> => {
  const queue = bench.queue()
  for (const format of formatPerPixelSize(bench.device, '1D_BUFFER')) {
    const size = bytesPerPixel(format)
    const bytes = pattern(size * 12, 48)
    const buffer = await bench.buffer(bytes)
    const image = await bench.image({ type: '1D_BUFFER', format, width: 10, buffer })
    expectBytes('the image of a buffer', await bench.contents(image), bytes.slice(0, size * 10))
    const later = pattern(size * 3, 49)
    await bench.run(queue, Command.writeImage({ image, origin: [4], region: [3], ptr: later }))
    copyBytes(later, 0, bytes, size * 4, size * 3)
    expectBytes('the buffer of an image', await bench.contents(buffer), bytes)
    await bench.run(queue, Command.writeBuffer({ buffer, offset: size, ptr: later }))
    copyBytes(later, 0, bytes, size, size * 3)
    expectBytes('the image after a write to its buffer', await bench.contents(image), bytes.slice(0, size * 10))
  }
}

export const IMAGE_BUFFER_DATA: readonly Draft[] = [
  ...IMAGE_TYPES.flatMap((type) => [
    draft(
      `copyImageToBuffer ${type} packs its box into the buffer and touches nothing else`,
      toBuffer(type),
      `${type} images`,
    ),
    draft(`copyBufferToImage ${type} unpacks into its box and touches nothing else`, toImage(type), `${type} images`),
    draft(`a copy ${type} without a region goes to the far corner`, withoutRegion(type), `${type} images`),
  ]),
  draft('sub-buffers take and give pixels', throughSubBuffer, '2D images', 'subBuffers'),
  draft('a 1D_BUFFER image shares the bytes of its buffer', sharedPixels, '1D_BUFFER images'),
]
