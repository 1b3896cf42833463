import * as E from 'fp-ts/lib/Either.js'
import { type ByteReader, NEWLINE } from '../input/byte-reader.ts'
import { wholeFrame } from '../input/whole-frame.ts'
import type { Frame } from '../video/video-format.ts'
import { LONGEST_LINE } from './read-header.ts'

const MAGIC = 'FRAME'

/** The next frame; undefined where the stream ends before it. Left: what is wrong with it. */
export const readY4mFrame = async (reader: ByteReader, size: number): Promise<E.Either<string, Frame | undefined>> => {
  const line = await reader.line(LONGEST_LINE)
  if (line.length === 0) return E.right(undefined)
  const text = Buffer.from(line).toString('latin1')
  const isWhole = line.at(-1) === NEWLINE
  if (!isWhole && MAGIC.startsWith(text.slice(0, MAGIC.length)) && line.length < LONGEST_LINE)
    return E.left('is cut short: the stream ends in its header')
  if (!isWhole || !/^FRAME[ \n]/.test(text)) return E.left(`does not begin with a line ${MAGIC}`)
  return E.map((bytes: Uint8Array): Frame => ({ bytes, parameters: text.slice(MAGIC.length, -1) }))(
    wholeFrame(await reader.take(size), size),
  )
}
