import { combineLatest as combine, map } from 'rxjs'
import type { Enqueued, ErrorOf, Flow, ValueOf } from './flow-types.ts'
import { joinEnqueued } from './join-enqueued.ts'

/**
 * combineLatest over enqueued values: emits a tuple of the latest of each whenever one emits, once all have. Its event
 * stands for all of them. A Left among the latest is passed on instead, the first in the order of `flows`.
 */
export const combineLatest = <const F extends readonly Flow<unknown, Enqueued<unknown>>[]>(
  flows: F,
): Flow<ErrorOf<F[number]>, Enqueued<{ readonly [K in keyof F]: ValueOf<F[K]> }>> =>
  // The joined tuple has the values in the order of `flows`.
  combine(flows).pipe(map(joinEnqueued)) as Flow<never, Enqueued<never>>
