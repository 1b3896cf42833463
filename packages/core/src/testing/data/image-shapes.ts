import type { ClImage, ImageFormat, ImageType, LegalImageFormat } from '../../index.ts'
import { expectEqual } from '../expect.ts'
import { volume, type Box, type OracleImage, type Triple } from '../oracle.ts'
import { pattern } from '../pattern.ts'
import { bytesPerPixel } from '../pixel-format.ts'
import type { Workbench } from '../workbench.ts'

/** The extents of the images that the cases make: odd, and different along every axis. */
export const EXTENTS: Readonly<Record<ImageType, Triple>> = {
  '1D': [13, 1, 1],
  '1D_BUFFER': [13, 1, 1],
  '1D_ARRAY': [9, 5, 1],
  '2D': [9, 7, 1],
  '2D_ARRAY': [7, 5, 3],
  '3D': [7, 5, 3],
}

/** All of it, its middle, its first and last pixel, one row, one column, and two odd boxes. */
export const boxesOf = (extent: Triple): readonly Box[] => {
  const [w, h, d] = extent
  const inner = (size: number): readonly [number, number] => (size > 2 ? [1, size - 2] : [0, size])
  const [[x, iw], [y, ih], [z, id]] = [inner(w), inner(h), inner(d)]
  return [
    { origin: [0, 0, 0], region: extent },
    { origin: [x, y, z], region: [iw, ih, id] },
    { origin: [0, 0, 0], region: [1, 1, 1] },
    { origin: [w - 1, h - 1, d - 1], region: [1, 1, 1] },
    { origin: [0, h - 1, d - 1], region: [w, 1, 1] },
    { origin: [w - 1, 0, 0], region: [1, h, d] },
    { origin: [3, 0, d - 1], region: [w - 3, h, 1] },
    { origin: [2, h - 1, 0], region: [3, 1, d] },
  ]
}

export const describeBox = ({ origin, region }: Box): string => `region [${region}] at [${origin}]`

/** An image of the device beside the oracle's, with the same pixels. */
export interface Twin {
  readonly image: ClImage
  readonly oracle: OracleImage
}

const create = async (bench: Workbench, type: ImageType, format: ImageFormat, extent: Triple): Promise<ClImage> => {
  const [width, second, third] = extent
  switch (type) {
    case '1D':
      return bench.image({ type, format, width })
    case '1D_BUFFER':
      return bench.image({ type, format, width, buffer: await bench.buffer(width * bytesPerPixel(format)) })
    case '1D_ARRAY':
      return bench.image({ type, format, width, arraySize: second })
    case '2D':
      return bench.image({ type, format, width, height: second })
    case '2D_ARRAY':
      return bench.image({ type, format, width, height: second, arraySize: third })
    case '3D':
      return bench.image({ type, format, width, height: second, depth: third })
  }
}

export const twinOf = async (
  bench: Workbench,
  type: ImageType,
  format: LegalImageFormat,
  seed: number,
): Promise<Twin> => {
  const extent = EXTENTS[type]
  const elementSize = bytesPerPixel(format)
  const pixels = pattern(volume(extent) * elementSize, seed)
  const image = await create(bench, type, format, extent)
  expectEqual(`elementSize of ${format.channelOrder}/${format.channelDataType}`, image.elementSize, elementSize)
  await bench.fill(image, pixels)
  return { image, oracle: { type, extent, elementSize, pixels } }
}
