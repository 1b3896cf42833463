import type { Writable } from 'node:stream'
import type * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { STANDARD_STREAM } from '../input/open-input.ts'
import type { VideoFormat } from '../video/video-format.ts'
import { openPngFolder } from './open-png-folder.ts'
import { openY4mFile } from './open-y4m-file.ts'
import { openY4mStream } from './open-y4m-stream.ts'
import { type Output, tryOutput } from './output.ts'

export const isY4mName = (path: string): boolean => path.toLowerCase().endsWith('.y4m')

/** Opens a Y4M file, standard output, or a folder of PNGs, by the look of the path. Left: UnusableOutput. */
export const openOutput = (
  path: string,
  input: string,
  format: VideoFormat,
  standardOutput: () => Writable,
): Promise<E.Either<Failure, Output>> =>
  tryOutput(path, async () => {
    if (path === STANDARD_STREAM) return openY4mStream(standardOutput(), format)
    return isY4mName(path) ? openY4mFile(path, input, format) : openPngFolder(path, format)
  })
