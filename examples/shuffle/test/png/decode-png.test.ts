import { endianness } from 'node:os'
import { deflateSync } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../../src/picture.ts'
import { decodePng } from '../../src/png/decode-png.ts'
import { readLayout } from '../../src/png/read-layout.ts'
import { buildPng, CHANNELS, chunk, header, type PngParts, SIGNATURE } from './build-png.ts'

const decode = (file: Buffer): E.Either<string, Picture> =>
  pipe(
    readLayout(file),
    E.flatMap((layout) => decodePng(file, layout)),
  )

const LEGAL = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const
const SIZES = [
  [1, 1],
  [3, 9],
  [13, 11],
] as const

const noise = (length: number, below: number): number[] =>
  Array.from({ length }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 8) % below)

interface Row extends PngParts {
  readonly title: string
}

const rows: readonly Row[] = Object.entries(LEGAL).flatMap(([type, depths]) =>
  depths.flatMap((depth) =>
    SIZES.flatMap(([width, height]) =>
      [false, true].flatMap((interlaced) =>
        [false, true].flatMap((isTransparent): readonly Row[] => {
          const colourType = Number(type)
          if (isTransparent && colourType > 3) return []
          const channels = CHANNELS[colourType] ?? 0
          const samples = noise(width * height * channels, 2 ** depth)
          const colours = colourType === 3 ? 2 ** depth : 0
          const key = samples.slice(0, channels).flatMap((sample) => [sample >> 8, sample & 255])
          const title = `colour type ${type}, ${depth} bits, ${width} x ${height}${interlaced ? ', interlaced' : ''}${isTransparent ? ', tRNS' : ''}`
          return [
            {
              title,
              width,
              height,
              depth,
              colourType,
              samples,
              interlaced,
              ...(colours === 0 ? {} : { palette: noise(colours * 3, 256) }),
              // A palette may have fewer alpha values than colours: the last colour is opaque.
              ...(isTransparent ? { transparency: colours === 0 ? key : noise(colours - 1, 256) } : {}),
            },
          ]
        }),
      ),
    ),
  ),
)

/** Bytes as big-endian numbers of 16 bits. */
const readPairs = (bytes: readonly number[]): number[] =>
  Array.from({ length: bytes.length / 2 }, (_, pair) => (bytes[pair * 2] ?? 0) * 256 + (bytes[pair * 2 + 1] ?? 0))

/** RGBA by the text of the PNG specification, without any library. */
const expectedSamples = ({ depth, colourType, samples, palette = [], transparency }: Row): number[] => {
  const channels = CHANNELS[colourType] ?? 0
  const full = 2 ** depth - 1
  const scale = (sample: number): number => (depth === 16 ? sample : Math.round((sample * 255) / full))
  return Array.from({ length: samples.length / channels }, (_, pixel) => {
    const [first = 0, second = 0, third = 0, fourth = 0] = samples.slice(pixel * channels, (pixel + 1) * channels)
    if (colourType === 3) return [...palette.slice(first * 3, first * 3 + 3), transparency?.[first] ?? 255]
    const key = transparency === undefined ? undefined : readPairs(transparency)
    const isKey = key !== undefined && (channels === 1 ? key[0] === first : `${key}` === `${[first, second, third]}`)
    const alpha = isKey ? 0 : full
    const rgba = {
      0: [first, first, first, alpha],
      2: [first, second, third, alpha],
      4: [first, first, first, second],
      6: [first, second, third, fourth],
    }[colourType]
    return (rgba ?? []).map(scale)
  }).flat()
}

const samplesOf = ({ depth, bytes }: Picture): number[] => {
  if (depth === 8) return [...bytes]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(i * 2, endianness() === 'LE'))
}

describe('decodePng keeps every sample of', () => {
  test.each(rows)('$title', (row) => {
    const picture = decode(buildPng(row))
    if (E.isLeft(picture)) throw new Error(picture.left)
    expect(picture.right).toMatchObject({ width: row.width, height: row.height, depth: row.depth === 16 ? 16 : 8 })
    expect(samplesOf(picture.right)).toEqual(expectedSamples(row))
  })
})

describe('a file that is no whole PNG is refused with the reason', () => {
  const valid: PngParts = { width: 5, height: 4, depth: 8, colourType: 2, samples: noise(60, 256) }
  const file = buildPng(valid)
  const flip = (offset: number): Buffer => {
    const copy = Buffer.from(file)
    copy[offset] = (copy[offset] ?? 0) ^ 255
    return copy
  }
  const parts = (...chunks: readonly Buffer[]): Buffer => Buffer.concat([SIGNATURE, ...chunks])

  test('control: the untouched file decodes', () => expect(E.isRight(decode(file))).toBe(true))
  test('control: bytes after the last chunk are no part of the picture', () =>
    expect(decode(Buffer.concat([file, Buffer.from('more')]))).toEqual(decode(file)))

  const cases: readonly (readonly [string, Buffer, string | RegExp])[] = [
    ['an empty file', Buffer.alloc(0), 'it is not a PNG'],
    ['another signature', flip(1), 'it is not a PNG'],
    ['only a signature', SIGNATURE, 'it is no valid PNG: the file ends too early'],
    ['a missing last chunk', file.subarray(0, file.length - 12), 'it is no valid PNG: the file ends too early'],
    ['half a last chunk', file.subarray(0, file.length - 1), 'it is no valid PNG: the file ends too early'],
    ['another first chunk', parts(chunk('IEND', [])), 'it is no valid PNG: it does not start with a header'],
    ['width 0', parts(header({ ...valid, width: 0 }), chunk('IEND', [])), 'it is no valid PNG: its size is 0 x 4'],
    [
      'RGB with 4 bits',
      parts(header({ ...valid, depth: 4 }), chunk('IEND', [])),
      'it is no valid PNG: colour type 2 with 4 bits per channel does not exist',
    ],
    ['a wrong checksum', flip(file.length - 14), 'it is no valid PNG: the checksum of a chunk IDAT is wrong'],
    ['no pixels', parts(header(valid), chunk('IEND', [])), 'it is no valid PNG: unexpected end of file'],
    ['too few pixels', buildPng(valid, deflateSync(Buffer.alloc(63))), 'its pixels need 64 bytes, it has 63'],
    [
      'too few pixels of an interlaced picture',
      buildPng({ ...valid, interlaced: true }, deflateSync(Buffer.alloc(67))),
      'its pixels need 68 bytes, it has 67',
    ],
    [
      'a stream of pixels that is cut off',
      buildPng(valid, deflateSync(Buffer.alloc(64)).subarray(0, -5)),
      'unexpected end of file',
    ],
    ['pixels that do not inflate', buildPng(valid, Buffer.from('no deflate stream')), 'incorrect header check'],
    [
      'pixels that inflate to far more than the size needs',
      buildPng({ ...valid, interlaced: true }, deflateSync(Buffer.alloc(100_000))),
      'Cannot create a Buffer larger than 65604 bytes',
    ],
    ['an unknown filter', buildPng(valid, deflateSync(Buffer.alloc(64, 9))), /filter/],
    [
      'a colour that is not in the palette',
      buildPng({ width: 1, height: 1, depth: 8, colourType: 3, samples: [7], palette: [1, 2, 3] }),
      'it is no valid PNG: index 7 not in palette',
    ],
  ]
  test.each(cases)('%s', (_, broken, reason) => {
    const decoded = decode(broken)
    expect(decoded._tag === 'Left' ? decoded.left : 'decoded').toMatch(reason)
  })
})
