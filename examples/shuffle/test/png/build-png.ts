import { crc32, deflateSync } from 'node:zlib'

/** A PNG as its parts, with every choice that the format leaves open. */
export interface PngParts {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colourType: number
  /** Channel after channel, pixel after pixel, row after row. */
  readonly samples: readonly number[]
  readonly interlaced?: boolean
  readonly palette?: readonly number[]
  /** The content of a tRNS chunk. */
  readonly transparency?: readonly number[]
}

export const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const chunk = (name: string, content: Uint8Array | readonly number[]): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Uint8Array.from(content)])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}

export const header = ({ width, height, depth, colourType, interlaced }: Omit<PngParts, 'samples'>): Buffer => {
  const content = Buffer.alloc(13)
  content.writeUInt32BE(width)
  content.writeUInt32BE(height, 4)
  content.set([depth, colourType, 0, 0, interlaced === true ? 1 : 0], 8)
  return chunk('IHDR', content)
}

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

const packRow = (samples: readonly number[], depth: number): Buffer => {
  const row = Buffer.alloc(Math.ceil((samples.length * depth) / 8))
  samples.forEach((sample, index) => {
    if (depth === 16) row.writeUInt16BE(sample, index * 2)
    else {
      const bit = index * depth
      row[bit >> 3] = (row[bit >> 3] ?? 0) | (sample << (8 - depth - (bit & 7)))
    }
  })
  return row
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

const filterRow = (filter: number, row: Buffer, above: Buffer, step: number): Buffer => {
  const filtered = row.map((byte, index) => {
    const [left, up, corner] = [row[index - step] ?? 0, above[index] ?? 0, above[index - step] ?? 0]
    return byte - ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0)
  })
  return Buffer.concat([Buffer.of(filter), filtered])
}

/** The rows of all passes; row n of a pass has filter n modulo 5, so that every filter occurs. */
const filterPasses = ({ width, height, depth, colourType, samples, interlaced }: PngParts): Buffer => {
  const channels = CHANNELS[colourType] ?? 0
  const step = Math.max(1, (channels * depth) / 8)
  const rows: Buffer[] = []
  for (const [x0, y0, dx, dy] of interlaced === true ? ADAM7 : WHOLE) {
    let above: Buffer = Buffer.alloc(0)
    if (x0 >= width) continue
    for (let y = y0; y < height; y += dy) {
      const inRow: number[] = []
      for (let x = x0; x < width; x += dx)
        inRow.push(...samples.slice((y * width + x) * channels, (y * width + x + 1) * channels))
      const row = packRow(inRow, depth)
      rows.push(filterRow(((y - y0) / dy) % 5, row, above, step))
      above = row
    }
  }
  return Buffer.concat(rows)
}

/** The file of these parts; `pixels` replaces the content of IDAT. */
export const buildPng = (parts: PngParts, pixels: Uint8Array = deflateSync(filterPasses(parts))): Buffer =>
  Buffer.concat([
    SIGNATURE,
    header(parts),
    ...(parts.palette === undefined ? [] : [chunk('PLTE', parts.palette)]),
    ...(parts.transparency === undefined ? [] : [chunk('tRNS', parts.transparency)]),
    chunk('IDAT', pixels),
    chunk('IEND', []),
  ])
