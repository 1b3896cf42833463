import * as E from 'fp-ts/lib/Either.js'
import { asyncScheduler, defer, of, timeout, type SchedulerLike } from 'rxjs'
import { refusal } from '../../model/cl-error.ts'
import type { Flow } from '../flow-types.ts'
import type { OptionError } from '../frames/frame-options.ts'

/** A flow was silent for too long. */
export interface Timeout {
  readonly _tag: 'Timeout'
  /** How long it may be silent. */
  readonly milliseconds: number
}

/** Timers of JavaScript fire at once when asked for more. */
const LONGEST = 2 ** 31 - 1

const faultOf = (milliseconds: unknown): OptionError | undefined =>
  typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= LONGEST
    ? undefined
    : refusal(
        'CL_INVALID_VALUE',
        'within',
        'milliseconds',
        `milliseconds must be a number from 0 to ${LONGEST}; given: ${String(milliseconds)}.`,
      )

/**
 * Emits what the flow does as long as each value, and the end, comes within so many milliseconds of the value before,
 * the first of the subscription; else a Left and the end. The flow is unsubscribed then, so that its enqueued commands
 * still run. A flow of commands ends when they have settled: put it behind `completed` to wait for values only.
 *
 * Left: those of the flow; Timeout; CL_INVALID_VALUE, alone, for a time out of range.
 */
export const within =
  (
    milliseconds: number,
    scheduler: SchedulerLike = asyncScheduler,
  ): (<E1, A>(flow: Flow<E1, A>) => Flow<E1 | Timeout | OptionError, A>) =>
  <E1, A>(flow: Flow<E1, A>): Flow<E1 | Timeout | OptionError, A> =>
    defer((): Flow<E1 | Timeout | OptionError, A> => {
      const fault = faultOf(milliseconds)
      if (fault !== undefined) return of(E.left(fault))
      const late: Timeout = { _tag: 'Timeout', milliseconds }
      return flow.pipe(timeout({ each: milliseconds, scheduler, with: () => of(E.left(late)) }))
    })
