import { type Failure, describeFailure } from './failure.ts'
import type { Written } from './write-windows.ts'

/** What the program says in the end. */
export interface Answer {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Of a signal: 128 and its number. */
const exitCodeOf = (reason: unknown): number => (typeof reason === 'number' ? reason : 130)

export const refuse = (failure: Failure): Answer => ({
  exitCode: 2,
  stdout: '',
  stderr: `${describeFailure(failure)}\n`,
})

export const interrupted = (signal: AbortSignal): Answer => ({
  exitCode: exitCodeOf(signal.reason),
  stdout: '',
  stderr: 'interrupted; nothing was written\n',
})

/** How it ended; `summary` says what is in the output, if anything is. */
export const answer = ({ frames, stop }: Written, summary: string): Answer => {
  const stdout = frames > 0 || stop === undefined ? `${summary}\n` : ''
  if (stop === undefined) return { exitCode: 0, stdout, stderr: '' }
  const kept = frames > 0 ? 'the frames so far are kept' : 'nothing was written'
  if (stop._tag === 'Aborted') return { exitCode: exitCodeOf(stop.reason), stdout, stderr: `interrupted; ${kept}\n` }
  return { exitCode: frames > 0 ? 1 : 2, stdout, stderr: `${describeFailure(stop)}\n` }
}
