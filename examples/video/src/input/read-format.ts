import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import type { VideoFormat } from '../video/video-format.ts'
import type { Size } from '../video/window-path.ts'
import { readHeader } from '../y4m/read-header.ts'
import { type Input, tryRead } from './open-input.ts'

/** Raw RGBA has no header: the command line says its size and rate. Written as Y4M it has full chroma. */
export const rawFormat = ({ width, height }: Size, rate: string): VideoFormat => ({
  width,
  height,
  sampling: 'rgba',
  isInterlaced: false,
  isFullRange: false,
  parameters: [`F${rate}`, 'Ip', 'A1:1', 'C444'],
})

/** The format of a Y4M stream, whose header it takes. Left: UnreadableInput or BadHeader. */
export const readY4mFormat = async (input: Input): Promise<E.Either<Failure, VideoFormat>> =>
  E.flatMap((format: E.Either<string, VideoFormat>) =>
    E.mapLeft((reason: string): Failure => ({ _tag: 'BadHeader', input: input.name, reason }))(format),
  )(await tryRead(input, readHeader))
