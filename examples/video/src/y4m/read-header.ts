import * as E from 'fp-ts/lib/Either.js'
import { type ByteReader, NEWLINE } from '../input/byte-reader.ts'
import type { VideoFormat } from '../video/video-format.ts'
import { MAGIC, parseHeader } from './parse-header.ts'

/** Bytes of the longest line that is taken. */
export const LONGEST_LINE = 4096

/** The format that the first line of a stream declares. Left: what is wrong with it. */
export const readHeader = async (reader: ByteReader): Promise<E.Either<string, VideoFormat>> => {
  const line = await reader.line(LONGEST_LINE)
  if (line.length === 0) return E.left('it is empty')
  const text = Buffer.from(line).toString('latin1')
  if (line.at(-1) === NEWLINE) return parseHeader(text.slice(0, -1))
  // What is no Y4M at all says so, however long its first line is.
  if (!MAGIC.startsWith(text.slice(0, MAGIC.length))) return parseHeader(text)
  return E.left(
    line.length < LONGEST_LINE ? 'it ends in its header' : `its header is longer than ${LONGEST_LINE} bytes`,
  )
}
