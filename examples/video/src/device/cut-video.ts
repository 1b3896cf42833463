import { type ClDevice, type ClError, Flow, type OpenCL, pull, ring } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Failure } from '../failure.ts'
import { chromaStep, planesOf } from '../video/planes.ts'
import type { Frame, VideoFormat } from '../video/video-format.ts'
import type { WindowPath } from '../video/window-path.ts'
import { cutWindow } from './cut-window.ts'
import { makeSlot } from './make-slot.ts'

export interface CutJob {
  readonly device: ClDevice
  readonly format: VideoFormat
  readonly path: WindowPath
  /** Frames between being read and being taken by the reader of the result. */
  readonly inFlight: number
}

/**
 * The window of each frame, in the order of the frames. Asks for a frame only when fewer than `inFlight` are under way;
 * each has images and a buffer of its own, so that transfers and copies of neighbouring frames overlap.
 *
 * Left: what the frames have as Lefts, and CommandFailed for making the objects and for any command.
 */
export const cutVideo = (
  opencl: OpenCL,
  { device, format, path, inFlight }: CutJob,
  frames: AsyncIterable<E.Either<Failure, Frame>>,
): Flow<Failure, Frame> => {
  const cutFrames$ = opencl.withContext(
    (context): Flow<ClError | Failure, Frame> => {
      const frame = planesOf(format.sampling, format.width, format.height)
      const window = planesOf(format.sampling, path.width, path.height)
      const objects = pipe(
        E.Do,
        E.bindW('queue', () => context.createCommandQueue({ outOfOrder: device.outOfOrderQueues })),
        E.bindW('slots', () => ring(inFlight, () => makeSlot(context, frame, window))),
      )
      if (E.isLeft(objects)) return Flow.left(objects.left)
      const { queue, slots } = objects.right
      const cut = { queue, frame, window, cornerAt: path.cornerAt, chromaStep: chromaStep(format.sampling) }
      return pull(frames, slots.use(cutWindow(cut)), { inFlight })
    },
    { devices: [device] },
  )
  return cutFrames$.pipe(
    Flow.mapLeft((error): Failure => ('status' in error ? { _tag: 'CommandFailed', error } : error)),
  )
}
