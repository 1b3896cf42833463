import {
  Command,
  mapImage,
  ready,
  type ClBuffer,
  type ClImage,
  type FillColor,
  type ImageFormat,
  type LegalImageFormat,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual, expectThat } from '../expect.ts'
import { copyRect, fillBytes, putPixels, takePixels, volume, type OracleImage } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { bytesPerPixel, formatPerPixelSize } from '../pixel-format.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { unmapped } from './mapped.ts'

const draft = drafts('images over the rows of buffers', '2D images', 'imagesOfBuffers')

const HEIGHT = 4

interface Scene {
  readonly format: LegalImageFormat
  readonly size: number
  readonly width: number
  /** Bytes from row to row: padded by what the device asks for. */
  readonly rowPitch: number
  readonly bytes: Uint8Array
  readonly buffer: ClBuffer
  readonly image: ClImage
}

const create = (bench: Workbench, format: ImageFormat, width: number, buffer: ClBuffer, rowPitch: number) =>
  bench.image({ type: '2D', format, width, height: HEIGHT, buffer, rowPitch })

const eachScene = async (bench: Workbench, seed: number, use: (scene: Scene) => Promise<void>): Promise<void> => {
  const formats = formatPerPixelSize(bench.device, '2D')
  expectThat(formats.length > 0, 'a device with 2D images has a format')
  for (const format of formats) {
    const size = bytesPerPixel(format)
    const step = bench.device.imagePitchAlignment
    const width = step + 5
    const rowPitch = Math.ceil((width + 1) / step) * step * size
    const bytes = pattern(rowPitch * HEIGHT + 7, seed)
    const buffer = await bench.buffer(bytes)
    const image = await create(bench, format, width, buffer, rowPitch)
    await use({ format, size, width, rowPitch, bytes, buffer, image })
  }
}

/** The pixels of the image, as they lie in its buffer. */
const pixelsIn = ({ bytes, width, size, rowPitch }: Scene): OracleImage => {
  const extent = [width, HEIGHT, 1] as const
  const oracle: OracleImage = { type: '2D', extent, elementSize: size, pixels: new Uint8Array(volume(extent) * size) }
  putPixels(oracle, { origin: [0, 0, 0], region: extent }, bytes, { row: rowPitch, slice: 0 })
  return oracle
}

export const IMAGE_OF_BUFFER_DATA: readonly Draft[] = [
  draft('the rows of the buffer are the rows of the image', (bench) =>
    eachScene(bench, 311, async (scene) => {
      const { buffer, image, rowPitch } = scene
      expectEqual('buffer of the image', image.buffer, buffer)
      expectEqual('rowPitch of the image', image.rowPitch, rowPitch)
      expectBytes('the image', await bench.contents(image), pixelsIn(scene).pixels)
    }),
  ),
  draft('without a row pitch the rows are tight', async (bench) => {
    for (const format of formatPerPixelSize(bench.device, '2D')) {
      const width = bench.device.imagePitchAlignment * Math.ceil(5 / bench.device.imagePitchAlignment)
      const bytes = pattern(width * bytesPerPixel(format) * HEIGHT, 312)
      const image = await create(bench, format, width, await bench.buffer(bytes), 0)
      expectBytes('the image', await bench.contents(image), bytes)
    }
  }),
  draft('what is written to the image is in the buffer, and nothing between its rows changes', (bench) =>
    eachScene(bench, 313, async (scene) => {
      const { buffer, image, bytes, size, rowPitch } = scene
      const box = { origin: [1, 1, 0], region: [4, 3, 1] } as const
      const ptr = pattern(12 * size, 314)
      await bench.run(bench.queue(), Command.writeImage({ image, ...box, ptr }))
      copyRect({ bytes: ptr }, { bytes, start: size, origin: [0, 1, 0], rowPitch }, [4 * size, 3, 1])
      expectBytes('the buffer', await bench.contents(buffer), bytes)
    }),
  ),
  draft('what is written to the buffer is in the image', (bench) =>
    eachScene(bench, 315, async (scene) => {
      const { buffer, image, bytes, rowPitch } = scene
      const ptr = pattern(rowPitch * 2, 316)
      await bench.run(bench.queue(), Command.writeBuffer({ buffer, offset: 9, ptr }))
      bytes.set(ptr, 9)
      expectBytes('the image', await bench.contents(image), pixelsIn(scene).pixels)
    }),
  ),
  draft('it is source and destination of copies', (bench) =>
    eachScene(bench, 317, async (scene) => {
      const { format, buffer, image, bytes, width, size, rowPitch } = scene
      const queue = bench.queue()
      const other = await bench.image({ type: '2D', format, width, height: HEIGHT })
      await bench.run(queue, Command.copyImage({ srcImage: image, dstImage: other }))
      expectBytes('a copy of it', await bench.contents(other), pixelsIn(scene).pixels)
      const pixels = pattern(width * HEIGHT * size, 318)
      await bench.fill(other, pixels)
      await bench.run(
        queue,
        Command.copyImage({ srcImage: other, dstImage: image, dstOrigin: [0, 1], region: [width, 3, 1] }),
      )
      const region = [width * size, 3, 1] as const
      copyRect({ bytes: pixels }, { bytes, origin: [0, 1, 0], rowPitch }, region)
      expectBytes('the buffer', await bench.contents(buffer), bytes)
      const linear = await bench.buffer(width * HEIGHT * size)
      await bench.run(queue, Command.copyImageToBuffer({ srcImage: image, dstBuffer: linear }))
      expectBytes('copyImageToBuffer', await bench.contents(linear), pixelsIn(scene).pixels)
      await bench.fill(linear, pixels)
      await bench.run(queue, Command.copyBufferToImage({ srcBuffer: linear, dstImage: image }))
      copyRect({ bytes: pixels }, { bytes, rowPitch }, [width * size, HEIGHT, 1])
      expectBytes('the buffer after copyBufferToImage', await bench.contents(buffer), bytes)
    }),
  ),
  draft(
    'it is filled, and nothing between its rows changes',
    (bench) =>
      eachScene(bench, 319, async (scene) => {
        const { format, buffer, image, bytes, width, size, rowPitch } = scene
        const fillColor: FillColor = format.channelOrder === 'CL_DEPTH' ? [0] : [0, 0, 0, 0]
        await bench.run(bench.queue(), Command.fillImage({ image, fillColor, origin: [1, 0] }))
        // Zero is all bits 0 in every format.
        const zeros = new Uint8Array(1)
        for (let row = 0; row < HEIGHT; row += 1) fillBytes(bytes, row * rowPitch + size, (width - 1) * size, zeros)
        expectBytes('the buffer', await bench.contents(buffer), bytes)
      }),
    'fills',
  ),
  draft('it is mapped', (bench) =>
    eachScene(bench, 320, async (scene) => {
      const { buffer, image, bytes, size, rowPitch } = scene
      const queue = bench.queue()
      const box = { origin: [2, 1, 0], region: [3, 2, 1] } as const
      const oracle = pixelsIn(scene)
      const mapped = await value('mapImage', ready(image).pipe(mapImage(queue, box)))
      const packed: OracleImage = { ...oracle, extent: box.region, pixels: new Uint8Array(6 * size) }
      putPixels(packed, { origin: [0, 0, 0], region: box.region }, mapped.bytes, { row: mapped.rowPitch, slice: 0 })
      const expected = new Uint8Array(6 * size)
      takePixels(oracle, box, expected, { row: 3 * size, slice: 0 })
      expectBytes('the mapped pixels', packed.pixels, expected)
      packed.pixels.set(pattern(6 * size, 321))
      takePixels(packed, { origin: [0, 0, 0], region: box.region }, mapped.bytes, { row: mapped.rowPitch, slice: 0 })
      await unmapped(queue, mapped)
      const to = { bytes, start: 2 * size, origin: [0, 1, 0], rowPitch } as const
      copyRect({ bytes: packed.pixels }, to, [3 * size, 2, 1])
      expectBytes('the buffer', await bench.contents(buffer), bytes)
    }),
  ),
  draft(
    'the buffer may be a part of another',
    async (bench) => {
      for (const format of formatPerPixelSize(bench.device, '2D')) {
        const size = bytesPerPixel(format)
        const { imagePitchAlignment, imageBaseAddressAlignment, memBaseAddrAlign } = bench.device
        const width = imagePitchAlignment * Math.ceil(5 / imagePitchAlignment)
        // Both are powers of two, and so is the size of a pixel.
        const start = Math.max(memBaseAddrAlign, imageBaseAddressAlignment * size)
        const bytes = pattern(start + width * size * HEIGHT, 322)
        const parent = await bench.buffer(bytes)
        const image = await create(bench, format, width, bench.subBuffer(parent, start, width * size * HEIGHT), 0)
        expectBytes('the image', await bench.contents(image), bytes.slice(start))
        const ptr = pattern(size * 2, 323)
        await bench.run(bench.queue(), Command.writeImage({ image, origin: [1, 2], region: [2, 1], ptr }))
        bytes.set(ptr, start + (width * 2 + 1) * size)
        expectBytes('the parent', await bench.contents(parent), bytes)
      }
    },
    'subBuffers',
  ),
]
