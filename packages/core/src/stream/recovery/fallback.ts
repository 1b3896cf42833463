import { catchError, throwError } from 'rxjs'
import type { Flow } from '../flow-types.ts'
import { hasCode, type LeftCode } from './left-code.ts'
import { LeftThrown, throwLeft } from './left-thrown.ts'

/** The Lefts that still come: none without codes, else those with no such code. */
type Passed<E1, C> = [C] extends [never] ? never : Exclude<E1, { readonly _tag: C }>

/**
 * Emits what the flow does up to the first Left, or the first with one of `codes` by its own `_tag` or that of a failure
 * which caused it. Then the flow is unsubscribed, that Left is not emitted, and what `other` makes of it follows: the
 * same work on another queue, context or backend. Where only the Left is to be replaced and the flow is to go on, use
 * Flow.orElse. Commands already enqueued still run.
 *
 * Left: with `codes`, the other Lefts of the flow; those of `other`. What `other` throws is a defect: the error of the flow.
 */
export const fallback =
  <E1, E2, B, const C extends LeftCode = never>(
    other: (left: E1) => Flow<E2, B>,
    options: { readonly codes?: readonly C[] } = {},
  ): (<A>(flow: Flow<E1, A>) => Flow<E2 | Passed<E1, C>, A | B>) =>
  <A>(flow: Flow<E1, A>) => {
    const { codes } = options
    return flow.pipe(
      throwLeft((left) => codes === undefined || hasCode(left, codes)),
      catchError((thrown: unknown) =>
        thrown instanceof LeftThrown ? other(thrown.left as E1) : throwError(() => thrown),
      ),
      // A Left that is emitted is one of `other`, or has none of the codes.
    ) as Flow<E2 | Passed<E1, C>, A | B>
  }
