import { inflateSync } from 'node:zlib'
import type { PngLayout } from './read-layout.ts'

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Left column, top row, and the steps to the right and down. */
const WHOLE = [[0, 0, 1, 1]] as const
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** The bytes of all rows of all passes, each row with its filter byte. */
const inflatedSize = ({ width, height, depth, colourType, interlaced }: PngLayout): number => {
  let size = 0
  for (const [x, y, dx, dy] of interlaced ? ADAM7 : WHOLE) {
    const columns = Math.ceil((width - x) / dx)
    const rows = Math.ceil((height - y) / dy)
    const rowSize = 1 + Math.ceil((columns * depth * (CHANNELS[colourType] ?? 0)) / 8)
    if (columns > 0 && rows > 0) size += rows * rowSize
  }
  return size
}

/** Some encoders write a little too much; that much is passed over. */
const SLACK = 2 ** 16

/**
 * Throws unless the compressed data holds the pixels that the header promises. pngjs 7 does not find this out: it takes
 * missing and undecodable data as zeros, and inflates interlaced data without a bound.
 */
export const checkPixelData = (layout: PngLayout): void => {
  const size = inflatedSize(layout)
  const inflated = inflateSync(Buffer.concat(layout.data), { maxOutputLength: size + SLACK })
  if (inflated.length < size) throw new Error(`its pixels need ${size} bytes, it has ${inflated.length}`)
}
