import * as E from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../model/cl-error.ts'
import type { ExecutionError } from '../model/commands/execution-error.ts'
import { isEvent, partsOf, type ClEvent, type Profile } from '../model/event.ts'
import type { Enqueued, Flow } from './flow-types.ts'
import { whenComplete } from './when-complete.ts'

const NO_PROFILE = refusal(
  'CL_PROFILING_INFO_NOT_AVAILABLE',
  'profiled',
  'event',
  'Only a command has timestamps, and only on a queue that was created with profiling: true.',
)

const earlier = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const later = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/** The stamps of one command, or the span of several. */
const profileOf = (event: ClEvent): E.Either<ClError<'CL_PROFILING_INFO_NOT_AVAILABLE'>, Profile> => {
  let span: Profile | undefined
  for (const { profile } of isEvent(event) ? partsOf(event) : []) {
    if (profile === undefined) return E.left(NO_PROFILE)
    span =
      span === undefined
        ? profile
        : {
            queued: earlier(span.queued, profile.queued),
            submit: earlier(span.submit, profile.submit),
            start: earlier(span.start, profile.start),
            end: later(span.end, profile.end),
          }
  }
  return span === undefined ? E.left(NO_PROFILE) : E.right(span)
}

/**
 * Like `completed`, with the stamps of the command in nanoseconds of the device's clock, queued ≤ submit ≤ start ≤ end:
 * clGetEventProfilingInfo. An event that stands for several commands gives the span from the first to the last.
 *
 * Left: as `completed`; CL_PROFILING_INFO_NOT_AVAILABLE where a queue was made without `profiling`, and for values that
 * no command made.
 */
export const profiled =
  (): (<E1, A>(
    flow: Flow<E1, Enqueued<A>>,
  ) => Flow<E1 | ExecutionError, { readonly value: A; readonly profile: Profile }>) =>
  <E1, A>(flow: Flow<E1, Enqueued<A>>) =>
    whenComplete(({ value, event }: Enqueued<A>) => {
      const profile = profileOf(event)
      return E.isLeft(profile) ? profile : E.right({ value, profile: profile.right })
    })(flow)
