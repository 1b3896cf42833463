import { type Flow, toAsyncIterable, untilAborted } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from './failure.ts'
import { type Output, tryOutput } from './output/output.ts'
import type { Frame } from './video/video-format.ts'

/** Why not all frames were written: a failure, or a signal with the exit code that it asks for. */
export type Stop = Failure | { readonly _tag: 'Aborted'; readonly reason: unknown }

export interface Written {
  /** Whole frames in the output. */
  readonly frames: number
  /** Undefined where the video came to its end. */
  readonly stop: Stop | undefined
}

/**
 * Writes frame after frame until the first Left. The next frame is asked for when one is written, so that a slow output
 * slows the input down.
 */
export const writeWindows = async (
  windows$: Flow<Failure, Frame>,
  output: Output,
  signal: AbortSignal,
  step: () => void,
): Promise<Written> => {
  let frames = 0
  for await (const window of toAsyncIterable(windows$.pipe(untilAborted(signal)))) {
    if (E.isLeft(window)) return { frames, stop: window.left }
    const written = await tryOutput(output.name, () => output.write(window.right))
    if (E.isLeft(written)) return { frames, stop: written.left }
    frames += 1
    step()
  }
  return { frames, stop: undefined }
}
