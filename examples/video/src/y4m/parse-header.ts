import * as E from 'fp-ts/lib/Either.js'
import type { Sampling, VideoFormat } from '../video/video-format.ts'

export const MAGIC = 'YUV4MPEG2'
const MOST_PIXELS = 65_536

/** The colour spaces that are taken. Names that differ in where the chroma samples lie are stored alike. */
const SAMPLINGS: ReadonlyMap<string, Sampling> = new Map([
  ['420', '420'],
  ['420jpeg', '420'],
  ['420mpeg2', '420'],
  ['420paldv', '420'],
  ['422', '422'],
  ['444', '444'],
  ['mono', 'mono'],
])

/** What a parameter must look like, by its letter; X is for anybody's own use. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  F: /^[0-9]+:[0-9]+$/,
  I: /^[?ptbm]$/,
  A: /^[0-9]+:[0-9]+$/,
}

const side = (name: string, text: string | undefined): E.Either<string, number> => {
  if (text === undefined) return E.left(`its header has no ${name}`)
  const pixels = /^[0-9]+$/.test(text) ? Number(text) : 0
  return pixels >= 1 && pixels <= MOST_PIXELS
    ? E.right(pixels)
    : E.left(`${name}${text} is not a whole number from 1 to ${MOST_PIXELS}`)
}

const valuesOf = (parameters: readonly string[]): E.Either<string, ReadonlyMap<string, string>> => {
  const values = new Map<string, string>()
  for (const parameter of parameters) {
    const [letter, value] = [parameter.slice(0, 1), parameter.slice(1)]
    if (letter === 'X') continue
    if (values.has(letter)) return E.left(`its header has ${letter} twice`)
    if (SHAPES[letter]?.test(value) === false) return E.left(`${parameter} is not a parameter of Y4M`)
    values.set(letter, value)
  }
  return E.right(values)
}

/** Reads the first line of a Y4M stream, without its newline. Left: what is wrong with it. */
export const parseHeader = (line: string): E.Either<string, VideoFormat> => {
  const [magic, ...parameters] = line.split(' ').filter((word, index) => index === 0 || word !== '')
  if (magic !== MAGIC) return E.left(`it does not begin with ${MAGIC}`)
  const values = valuesOf(parameters)
  if (E.isLeft(values)) return values
  const width = side('W', values.right.get('W'))
  if (E.isLeft(width)) return width
  const height = side('H', values.right.get('H'))
  if (E.isLeft(height)) return height
  const colour = values.right.get('C') ?? '420jpeg'
  const sampling = SAMPLINGS.get(colour)
  if (sampling === undefined)
    return E.left(`its colours are C${colour}; taken are 8 bits of ${[...SAMPLINGS.keys()].join(', ')}`)
  return E.right({
    width: width.right,
    height: height.right,
    sampling,
    isInterlaced: 'tbm'.includes(values.right.get('I') ?? 'p'),
    isFullRange: parameters.includes('XCOLORRANGE=FULL'),
    parameters: parameters.filter((parameter) => !/^[WH]/.test(parameter)),
  })
}

/** The same line for frames of another size, with its newline. */
export const headerLine = ({
  width,
  height,
  parameters,
}: Pick<VideoFormat, 'width' | 'height' | 'parameters'>): string =>
  `${[MAGIC, `W${width}`, `H${height}`, ...parameters].join(' ')}\n`
