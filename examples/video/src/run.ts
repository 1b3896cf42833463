import type { Readable, Writable } from 'node:stream'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Answer, interrupted, refuse } from './answer.ts'
import { cutInput } from './cut-input.ts'
import { writeDemo } from './demo/write-demo.ts'
import { findDevice } from './device/find-device.ts'
import { openBackend } from './device/open-backend.ts'
import { STANDARD_STREAM, openInput } from './input/open-input.ts'
import { readCommandLine } from './terminal/read-command-line.ts'

/** What the program is run in. */
export interface Surroundings {
  /** Called only where it is read. */
  readonly standardInput: () => Readable
  /** Called only where a video goes there. */
  readonly standardOutput: () => Writable
  /** Aborted where the program is to end early; the reason is the exit code for that. */
  readonly signal: AbortSignal
}

/** The whole program but for its process. */
export const run = async (args: readonly string[], version: string, around: Surroundings): Promise<Answer> => {
  const { standardInput, standardOutput, signal } = around
  const line = readCommandLine(args, version)
  if (E.isLeft(line)) return refuse(line.left)
  if (line.right._tag === 'Show') return { exitCode: 0, stdout: line.right.text, stderr: '' }
  const { request } = line.right
  const platform = pipe(
    E.Do,
    E.apS('opencl', await openBackend(request.backend)),
    E.bind('device', ({ opencl }) => findDevice(opencl)),
  )
  if (E.isLeft(platform)) return refuse(platform.left)
  const path = request.demo ? await writeDemo(request.out) : E.right(request.input ?? STANDARD_STREAM)
  if (signal.aborted) return interrupted(signal)
  const input = E.flatMap((from: string) => openInput(from, standardInput))(path)
  if (E.isLeft(input)) return refuse(input.left)
  // A read that waits for a stream that has stalled would wait for ever.
  signal.addEventListener('abort', input.right.close)
  const answer = await cutInput({ ...platform.right, input: input.right, request, standardOutput, signal })
  signal.removeEventListener('abort', input.right.close)
  input.right.close()
  // Standard output is the video's then.
  return request.out === STANDARD_STREAM ? { ...answer, stdout: '', stderr: answer.stdout + answer.stderr } : answer
}
