import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { reasonOf } from '../files/reason.ts'
import type { Frame } from '../video/video-format.ts'

/** Where frames go. One call at a time; calls that fail throw what Node does. */
export interface Output {
  /** How messages call it. */
  readonly name: string
  /** Adds one frame. When it fails, the frames before are still whole and no part of this one stays. */
  readonly write: (frame: Frame) => Promise<void>
  /** Ends the output and keeps its frames. */
  readonly keep: () => Promise<void>
  /** Ends the output and leaves everything as it was before. Only while no frame is written. */
  readonly discard: () => Promise<void>
}

/** What a step of an output gives; Left UnusableOutput for what it throws. */
export const tryOutput = async <A>(output: string, step: () => Promise<A>): Promise<E.Either<Failure, A>> => {
  try {
    return E.right(await step())
  } catch (error) {
    return E.left({ _tag: 'UnusableOutput', output, reason: reasonOf(error) })
  }
}
