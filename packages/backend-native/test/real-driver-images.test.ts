import {
  Command,
  completed,
  createOpenCL,
  elementSize,
  enqueue,
  IMAGE_TYPES,
  type AnyCommand,
  type ClContext,
  type ImageType,
  type LegalImageFormat,
} from '@rxcl/core'
import { pixelOf } from '@rxcl/core/port'
import { firstValueFrom, lastValueFrom } from 'rxjs'
import { expect, it } from 'vitest'
import { native } from '../src/index.ts'
import { describeWithDriver } from './driver.ts'
import { right } from './support/right.ts'

type FillColor = Parameters<typeof Command.fillImage>[0]['fillColor']
type Triple = readonly [number, number, number]

const SIDES: Readonly<Record<ImageType, Triple>> = {
  '1D': [7, 1, 1],
  '1D_BUFFER': [7, 1, 1],
  '1D_ARRAY': [7, 3, 1],
  '2D': [7, 5, 1],
  '2D_ARRAY': [7, 5, 3],
  '3D': [7, 5, 3],
}

/** A box inside. */
const ORIGIN = ([, y, z]: Triple): Triple => [1, y > 1 ? 1 : 0, z > 1 ? 1 : 0]
const REGION = ([, y, z]: Triple): Triple => [4, y > 1 ? 2 : 1, z > 1 ? 2 : 1]

const makeImage = (context: ClContext, type: ImageType, format: LegalImageFormat) => {
  const [width, second, third] = SIDES[type]
  const size = width * elementSize(format)
  return right(
    context.createImage({
      type,
      format,
      width,
      ...(type === '1D_BUFFER' ? { buffer: right(context.createBuffer({ size })) } : {}),
      ...(type === '1D_ARRAY' ? { arraySize: second } : second > 1 ? { height: second } : {}),
      ...(type === '2D_ARRAY' ? { arraySize: third } : type === '3D' ? { depth: third } : {}),
    }),
  )
}

/** The first bytes of the pixels of the box. */
const pixels = (type: ImageType, bytes: number): readonly number[] => {
  const sides = SIDES[type]
  const [x0, y0, z0] = ORIGIN(sides)
  const [w, h, d] = REGION(sides)
  const places: number[] = []
  for (let z = z0; z < z0 + d; z += 1)
    for (let y = y0; y < y0 + h; y += 1)
      for (let x = x0; x < x0 + w; x += 1) places.push(((z * sides[1] + y) * sides[0] + x) * bytes)
  return places
}

const COLORS = {
  signed: [-5, 300, -70_000, 77],
  unsigned: [5, 300, 70_000, 77],
  other: [0.3, -0.7, 1.5, 0.5],
} as const

const colorFor = ({ channelOrder, channelDataType }: LegalImageFormat) => {
  const kind = channelDataType.startsWith('CL_SIGNED')
    ? 'signed'
    : channelDataType.startsWith('CL_UNSIGNED')
      ? 'unsigned'
      : 'other'
  const Packed = { signed: Int32Array, unsigned: Uint32Array, other: Float32Array }[kind]
  const numbers = channelOrder === 'CL_DEPTH' ? COLORS[kind].slice(0, 1) : COLORS[kind]
  return {
    numbers: [...numbers] as unknown as FillColor,
    bytes: new Uint8Array(Packed.from(numbers).buffer as ArrayBuffer),
  }
}

describeWithDriver('images of each type and format of this computer', () => {
  const context = right(createOpenCL(right(native())).createContext())
  const queue = right(context.createCommandQueue())
  const formats = (type: ImageType) => context.devices[0]?.imageFormats[type] ?? []
  const run = async (command: AnyCommand) => right(await lastValueFrom(enqueue(queue, command).pipe(completed())))
  const read = async (image: ReturnType<typeof makeImage>): Promise<Uint8Array> =>
    right(await firstValueFrom(enqueue(queue, Command.readImage({ image })).pipe(completed()))) as Uint8Array

  it.each(IMAGE_TYPES)(
    '%s: a fill writes the pixel that the colour stands for, and nothing beside it',
    async (type) => {
      for (const format of formats(type)) {
        const image = makeImage(context, type, format)
        const [width, height, depth] = SIDES[type]
        const size = elementSize(format)
        const before = Uint8Array.from({ length: width * height * depth * size }, (_, i) => (i * 37) & 0x7f)
        await run(Command.writeImage({ image, ptr: before }))
        const { numbers, bytes } = colorFor(format)
        const box = { origin: ORIGIN(SIDES[type]), region: REGION(SIDES[type]) }
        await run(Command.fillImage({ image, fillColor: numbers, ...box }))
        for (const place of pixels(type, size)) before.set(pixelOf(format, bytes), place)
        expect(await read(image), `${format.channelOrder} ${format.channelDataType}`).toEqual(before)
        image.release()
      }
    },
  )

  it.each(IMAGE_TYPES.flatMap((src) => IMAGE_TYPES.map((dst) => [src, dst] as const)))(
    'a copy from %s to %s moves a box',
    async (src, dst) => {
      const format = { channelOrder: 'CL_RGBA', channelDataType: 'CL_UNORM_INT8' } as const
      const [from, to] = [makeImage(context, src, format), makeImage(context, dst, format)]
      const bytesOf = (type: ImageType, seed: number) =>
        Uint8Array.from({ length: SIDES[type].reduce((a, b) => a * b) * 4 }, (_, i) => (i * 31 + seed) & 255)
      const [given, expected] = [bytesOf(src, 1), bytesOf(dst, 99)]
      await run(Command.writeImage({ image: from, ptr: given }))
      await run(Command.writeImage({ image: to, ptr: expected }))
      const least = (axis: 0 | 1 | 2) => Math.min(REGION(SIDES[src])[axis], REGION(SIDES[dst])[axis])
      const region = [least(0), least(1), least(2)] as const
      const [srcOrigin, dstOrigin] = [ORIGIN(SIDES[src]), ORIGIN(SIDES[dst])]
      await run(Command.copyImage({ srcImage: from, dstImage: to, srcOrigin, dstOrigin, region }))
      const at = (type: ImageType, origin: Triple, x: number, y: number, z: number) =>
        (((origin[2] + z) * SIDES[type][1] + origin[1] + y) * SIDES[type][0] + origin[0] + x) * 4
      for (let z = 0; z < region[2]; z += 1)
        for (let y = 0; y < region[1]; y += 1) {
          const place = at(src, srcOrigin, 0, y, z)
          expected.set(given.subarray(place, place + region[0] * 4), at(dst, dstOrigin, 0, y, z))
        }
      expect(await read(to)).toEqual(expected)
    },
  )
})
