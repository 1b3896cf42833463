import {
  IMAGE_TYPES,
  completed,
  fillImage,
  formatKey,
  ready,
  type ChannelDataType,
  type FillColor,
  type ImageType,
  type LegalImageFormat,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { expectPixelOf } from '../fill-pixel.ts'
import { fillPixels, volume, type Box } from '../oracle.ts'
import { formatPerPixelSize, pixelMask } from '../pixel-format.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { boxesOf, describeBox, twinOf, type Twin } from './image-shapes.ts'

const draft = drafts('data of filled images', 'fills')

type Rgba = readonly [number, number, number, number]

/** Within and beyond what normalised types hold, between two steps, thirds. */
const COLORS: readonly Rgba[] = [
  [0, 0, 0, 0],
  [1, 1, 1, 1],
  [0.25, 0.5, 0.75, 1],
  [1 / 3, 2 / 3, -1 / 3, 0.1],
  [-1, -2, 2, 1e9],
  [0.5 / 255, 1.5 / 255, 0.002, 0.9],
  [0.04045, 0.0031308, 0.5, 0.5],
]

/** Beyond the half floats, between two of them, smaller than all of them, and what is no finite number. */
const FLOATS: readonly Rgba[] = [
  [65_504, 65_519, 65_520, -1e30],
  [2 ** -24, 2 ** -25, 3 * 2 ** -25, -(2 ** -15)],
  [1 + 2 ** -11, 1 + 3 * 2 ** -11, 2049, -2051],
  [Number.NaN, Infinity, -Infinity, -0],
]

const INTEGERS: readonly Rgba[] = [
  [0, 1, -1, 127],
  [128, -128, -129, 2 ** 31 - 1],
  [32_767, 32_768, -32_769, -(2 ** 31)],
]

const NATURALS: readonly Rgba[] = [
  [0, 1, 127, 255],
  [256, 65_535, 65_536, 2 ** 32 - 1],
]

const componentsOf = (type: ChannelDataType): readonly Rgba[] => {
  if (type.startsWith('CL_SIGNED')) return INTEGERS
  if (type.startsWith('CL_UNSIGNED')) return NATURALS
  return type.endsWith('FLOAT') ? [...COLORS, ...FLOATS] : COLORS
}

const colorsOf = ({ channelOrder, channelDataType }: LegalImageFormat): readonly FillColor[] => {
  const colors = componentsOf(channelDataType)
  return channelOrder === 'CL_DEPTH' ? colors.flat().map((depth): FillColor => [depth]) : colors
}

const pixelAt = ({ oracle }: Twin, contents: Uint8Array, { origin }: Box): Uint8Array => {
  const [w, h] = oracle.extent
  const first = ((origin[2] * h + origin[1]) * w + origin[0]) * oracle.elementSize
  return contents.slice(first, first + oracle.elementSize)
}

/** Fills a box, checks one pixel of it, and that all pixels of the box became that one and no others changed. */
const expectFilled = async (bench: Workbench, twin: Twin, format: LegalImageFormat, color: FillColor, box: Box) => {
  const { image, oracle } = twin
  const what = `fillImage ${oracle.type} ${formatKey(format)} with [${color}], ${describeBox(box)}`
  const { origin, region } = box
  const filled = ready(image).pipe(fillImage(bench.queue(), color, { origin, region }), completed())
  expectEqual(`${what}: emitted`, await value(what, filled), image)
  const contents = await bench.contents(image)
  const pixel = pixelAt(twin, contents, box)
  expectPixelOf(what, format, color, pixel)
  fillPixels(oracle, box, pixel)
  expectBytes(what, contents, oracle.pixels, pixelMask(format, volume(oracle.extent)))
}

const allBoxes = (type: ImageType) => async (bench: Workbench) => {
  for (const format of formatPerPixelSize(bench.device, type)) {
    const twin = await twinOf(bench, type, format, 201)
    const colors = colorsOf(format)
    for (const [index, box] of boxesOf(twin.oracle.extent).entries())
      await expectFilled(bench, twin, format, colors[index % colors.length] ?? [0], box)
    twin.image.release()
  }
}

const allFormats = (type: ImageType) => async (bench: Workbench) => {
  for (const format of bench.device.imageFormats[type]) {
    const twin = await twinOf(bench, type, format, 202)
    for (const color of colorsOf(format))
      await expectFilled(bench, twin, format, color, { origin: [1, 0, 0], region: [3, 1, 1] })
    twin.image.release()
  }
}

const withoutRegion = async (bench: Workbench): Promise<void> => {
  for (const format of formatPerPixelSize(bench.device, '2D')) {
    const twin = await twinOf(bench, '2D', format, 203)
    const [w, h] = twin.oracle.extent
    const [color = [0] as const] = colorsOf(format).slice(1)
    const filled = ready(twin.image).pipe(fillImage(bench.queue(), color, { origin: [2, 1] }), completed())
    await value('fillImage', filled)
    const contents = await bench.contents(twin.image)
    const box = { origin: [2, 1, 0], region: [w - 2, h - 1, 1] } as const
    fillPixels(twin.oracle, box, pixelAt(twin, contents, box))
    expectPixelOf('fillImage', format, color, pixelAt(twin, contents, box))
    expectBytes(`fillImage ${formatKey(format)} from [2, 1]`, contents, twin.oracle.pixels)
  }
}

export const FILL_IMAGE_DATA: readonly Draft[] = [
  ...IMAGE_TYPES.flatMap((type) => [
    draft(`fillImage ${type} fills its box and nothing else`, allBoxes(type), `${type} images`),
    draft(`fillImage ${type} converts the colour to every format of the device`, allFormats(type), `${type} images`),
  ]),
  draft('fillImage without a region goes to the far corner', withoutRegion, '2D images'),
]
