import * as E from 'fp-ts/lib/Either.js'
import { asyncScheduler, defer, of, retry, throwError, timer, type SchedulerLike } from 'rxjs'
import { refusal } from '../../model/cl-error.ts'
import type { Flow } from '../flow-types.ts'
import { isCount, type OptionError } from '../frames/frame-options.ts'
import { hasCode, type LeftCode } from './left-code.ts'
import { LeftThrown, throwLeft } from './left-thrown.ts'

/** Which Lefts are tried again, and how. */
export interface RetryOptions {
  /** The `_tag` of the Left, or of a failure that caused it. */
  readonly codes: readonly LeftCode[]
  /** At most so many times for each subscription. A whole number from 0. */
  readonly times: number
  /** Milliseconds before an attempt, counted from 1; at once unless given. */
  readonly delay?: (attempt: number) => number
  /** What tells the time of `delay`. */
  readonly scheduler?: SchedulerLike
}

const faultOf = (options: RetryOptions | undefined): OptionError | undefined => {
  const { codes, times }: { readonly codes?: unknown; readonly times?: unknown } = options ?? {}
  if (!Array.isArray(codes))
    return refusal('CL_INVALID_VALUE', 'retryLeft', 'codes', `codes must be a list; given: ${typeof codes}.`)
  if (!isCount(times, 0))
    return refusal(
      'CL_INVALID_VALUE',
      'retryLeft',
      'times',
      `times must be a whole number from 0; given: ${String(times)}.`,
    )
  return undefined
}

/**
 * Emits what the flow does. At a Left with one of the codes the flow is unsubscribed and, after `delay`, subscribed anew,
 * at most `times` times; that Left is not emitted. What the flow emits again is emitted again: use it on the flow of one
 * frame. Commands of the attempt before still run, so an out-of-order queue with `hazards: 'off'` may run them beside
 * the new ones.
 *
 * Left: those of the flow; one with a code after the last attempt, and then the flow goes on; CL_INVALID_VALUE, alone,
 * for options out of range.
 */
export const retryLeft =
  (options: RetryOptions): (<E1, A>(flow: Flow<E1, A>) => Flow<E1 | OptionError, A>) =>
  <E1, A>(flow: Flow<E1, A>): Flow<E1 | OptionError, A> =>
    defer((): Flow<E1 | OptionError, A> => {
      const fault = faultOf(options)
      if (fault !== undefined) return of(E.left(fault))
      const { codes, times, delay, scheduler = asyncScheduler } = options
      let attempts = 0
      return flow.pipe(
        throwLeft((left) => attempts < times && hasCode(left, codes)),
        retry({
          delay: (thrown: unknown) => {
            if (!(thrown instanceof LeftThrown)) return throwError(() => thrown)
            attempts += 1
            return delay === undefined ? of(attempts) : timer(delay(attempts), scheduler)
          },
        }),
      )
    })
