import type { ClDevice, OpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Writable } from 'node:stream'
import { type Answer, answer, interrupted, refuse } from './answer.ts'
import { checkFrame } from './device/check-frame.ts'
import { cutVideo } from './device/cut-video.ts'
import { type Input } from './input/open-input.ts'
import { rawFormat, readY4mFormat } from './input/read-format.ts'
import { readFrames } from './input/read-frames.ts'
import { openOutput } from './output/open-output.ts'
import { type Output, tryOutput } from './output/output.ts'
import { showProgress } from './terminal/progress-bar.ts'
import type { Request } from './terminal/request.ts'
import { frameSize, planesOf } from './video/planes.ts'
import type { VideoFormat } from './video/video-format.ts'
import { type WindowPath, planWindow, sizeText } from './video/window-path.ts'
import { type Written, writeWindows } from './write-windows.ts'

/** An input that is open, and where its windows go. */
export interface Job {
  readonly opencl: OpenCL
  readonly device: ClDevice
  readonly input: Input
  readonly request: Request
  readonly standardOutput: () => Writable
  /** Aborted where the program is to end early; the reason is the exit code for that. */
  readonly signal: AbortSignal
}

/** Bytes of a line FRAME without parameters. */
const FRAME_LINE = 6

const cut = async (job: Job, format: VideoFormat, path: WindowPath, output: Output): Promise<Written> => {
  const { opencl, device, input, request, signal } = job
  const size = frameSize(planesOf(format.sampling, format.width, format.height))
  const stored = format.sampling === 'rgba' ? size : FRAME_LINE + size
  const rest = input.size === undefined ? undefined : input.size - input.reader.position()
  const progress = showProgress(rest === undefined ? undefined : Math.floor(rest / stored))
  const cutJob = { device, format, path, inFlight: request.inFlight }
  const windows$ = cutVideo(opencl, cutJob, readFrames(input, format, size))
  const written = await writeWindows(windows$, output, signal, progress.step).finally(progress.stop)
  const { frames, stop } = written
  const ended = await tryOutput(output.name, stop !== undefined && frames === 0 ? output.discard : output.keep)
  // What ended the frames first is what the user must hear of.
  return stop === undefined && E.isLeft(ended) ? { frames, stop: ended.left } : written
}

/** Cuts the window out of every frame of an open input and says how that went. */
export const cutInput = async (job: Job): Promise<Answer> => {
  const { input, device, request, signal } = job
  const { rgba, rate, window, out, inFlight } = request
  const format = rgba === undefined ? await readY4mFormat(input) : E.right(rawFormat(rgba, rate))
  if (signal.aborted) return interrupted(signal)
  const plan = pipe(
    E.Do,
    E.bind('format', () => format),
    E.tap((parts) => checkFrame(input.name, parts.format, device)),
    E.bind('path', (parts) => planWindow(parts.format, window)),
  )
  if (E.isLeft(plan)) return refuse(plan.left)
  const { path } = plan.right
  const { width, height } = path
  const output = await openOutput(out, input.name, { ...plan.right.format, width, height }, job.standardOutput)
  if (E.isLeft(output)) return refuse(output.left)
  const begin = performance.now()
  const written = await cut(job, plan.right.format, path, output.right)
  const perSecond = ((1000 * written.frames) / (performance.now() - begin)).toFixed(1)
  const speed = `${perSecond} per second, at most ${inFlight} in flight`
  return answer(written, `wrote ${output.right.name}: ${written.frames} frames of ${sizeText(path)}, ${speed}`)
}
