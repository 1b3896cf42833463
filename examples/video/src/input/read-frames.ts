import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import type { Frame, VideoFormat } from '../video/video-format.ts'
import { readY4mFrame } from '../y4m/read-y4m-frame.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Input, tryRead } from './open-input.ts'
import { wholeFrame } from './whole-frame.ts'

type ReadFrame = (reader: ByteReader, size: number) => Promise<E.Either<string, Frame | undefined>>

const readRawFrame: ReadFrame = async (reader, size) => {
  const bytes = await reader.take(size)
  if (bytes.length === 0) return E.right(undefined)
  return E.map((whole: Uint8Array): Frame => ({ bytes: whole, parameters: '' }))(wholeFrame(bytes, size))
}

/**
 * The frames of a stream behind its header, `size` bytes each. A frame is read when it is asked for. A broken frame is
 * a Left and the last that comes.
 */
export async function* readFrames(
  input: Input,
  { sampling }: VideoFormat,
  size: number,
): AsyncGenerator<E.Either<Failure, Frame>, void, undefined> {
  const readFrame = sampling === 'rgba' ? readRawFrame : readY4mFrame
  for (let frame = 1; ; frame += 1) {
    const read = await tryRead(input, (reader) => readFrame(reader, size))
    if (E.isLeft(read)) return yield read
    if (E.isLeft(read.right))
      return yield E.left({ _tag: 'BrokenFrame', input: input.name, frame, reason: read.right.left })
    if (read.right.right === undefined) return
    yield E.right(read.right.right)
  }
}
