import { map, zip as pair } from 'rxjs'
import type { Enqueued, ErrorOf, Flow, ValueOf } from './flow-types.ts'
import { joinEnqueued } from './join-enqueued.ts'

/**
 * Pairs the n-th values: emits a tuple of the first of each, then of the second of each. Its event stands for all of
 * them. A Left takes its place in the count and is passed on instead of the tuple.
 */
export const zip = <const F extends readonly Flow<unknown, Enqueued<unknown>>[]>(
  flows: F,
): Flow<ErrorOf<F[number]>, Enqueued<{ readonly [K in keyof F]: ValueOf<F[K]> }>> =>
  // The joined tuple has the values in the order of `flows`.
  pair(...flows).pipe(map(joinEnqueued)) as Flow<never, Enqueued<never>>
