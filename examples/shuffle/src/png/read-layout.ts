import { crc32 } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'

interface PngHeader {
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Bits per channel as stored: 1, 2, 4, 8 or 16. */
  readonly depth: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colourType: number
  readonly interlaced: boolean
}

/** What a PNG says of itself before any pixel is decoded. */
export interface PngLayout extends PngHeader {
  /** The compressed pixels, in order. */
  readonly data: readonly Uint8Array[]
  /** The byte after the last chunk; what follows is no part of the picture. */
  readonly end: number
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** A chunk's length, its name and its checksum. */
const FRAME = 12
const HEADER_SIZE = 13

/** The depths that each colour type may have. */
const LEGAL_DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

const refuse = (reason: string): E.Either<string, never> => E.left(`it is no valid PNG: ${reason}`)

const readHeader = (header: Buffer): E.Either<string, PngHeader> => {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth, colourType, interlace] = [header.readUInt8(8), header.readUInt8(9), header.readUInt8(12)]
  if (width === 0 || height === 0) return refuse(`its size is ${width} x ${height}`)
  if (LEGAL_DEPTHS[colourType]?.includes(depth) !== true)
    return refuse(`colour type ${colourType} with ${depth} bits per channel does not exist`)
  if (interlace > 1) return refuse(`interlace method ${interlace} does not exist`)
  return E.right({ width, height, depth, colourType, interlaced: interlace === 1 })
}

/** The chunks that decide over the pixels; any other may be damaged and is passed over. */
const DECISIVE: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/** Walks the chunks without decoding them. Left: the reason why this is no whole PNG. */
export const readLayout = (file: Buffer): E.Either<string, PngLayout> => {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return E.left('it is not a PNG')
  const data: Uint8Array[] = []
  let header: PngHeader | undefined
  let offset = SIGNATURE.length
  while (offset + FRAME <= file.length) {
    const length = file.readUInt32BE(offset)
    const name = file.toString('latin1', offset + 4, offset + 8)
    const end = offset + FRAME + length
    if (end > file.length) break
    if (DECISIVE.has(name) && crc32(file.subarray(offset + 4, end - 4)) !== file.readUInt32BE(end - 4))
      return refuse(`the checksum of a chunk ${name} is wrong`)
    const content = file.subarray(offset + 8, end - 4)
    if (header === undefined) {
      if (name !== 'IHDR' || length !== HEADER_SIZE) return refuse('it does not start with a header')
      const read = readHeader(content)
      if (E.isLeft(read)) return read
      header = read.right
    } else if (name === 'IDAT') data.push(content)
    else if (name === 'IEND') return E.right({ ...header, data, end })
    offset = end
  }
  return refuse('the file ends too early')
}
