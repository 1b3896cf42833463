import * as E from 'fp-ts/lib/Either.js'
import { concat, defer, EMPTY, Observable, of, takeUntil, tap } from 'rxjs'
import type { Flow } from '../flow-types.ts'

/** A program's own signal has ended a flow. */
export interface Aborted {
  readonly _tag: 'Aborted'
  /** What `abort` was called with. */
  readonly reason: unknown
}

/** An AbortSignal, as far as it is needed. */
export interface AbortingSignal {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

const abortOf = (signal: AbortingSignal): Observable<void> =>
  new Observable((subscriber) => {
    const abort = (): void => subscriber.next()
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
    return () => signal.removeEventListener('abort', abort)
  })

const aborted = (reason: unknown): Aborted => ({ _tag: 'Aborted', reason })

/**
 * Emits what the flow does until the signal is aborted: then a Left and the end. The flow is unsubscribed, so that its
 * enqueued commands still run; with a signal that is aborted already it is not subscribed.
 *
 * Left: those of the flow; Aborted with the signal's reason, or what `onAbort` makes of that.
 */
export const untilAborted = <F = Aborted>(
  signal: AbortingSignal,
  onAbort?: (reason: unknown) => F,
): (<E1, A>(flow: Flow<E1, A>) => Flow<E1 | F, A>) => {
  // Without onAbort, F is what it is unless named.
  const toLeft = onAbort ?? (aborted as (reason: unknown) => F)
  return <E1, A>(flow: Flow<E1, A>): Flow<E1 | F, A> =>
    defer(() => {
      let isOver = false
      const whole$ = flow.pipe(tap({ complete: () => (isOver = true) }), takeUntil(abortOf(signal)))
      const last$ = defer(() => (isOver ? EMPTY : of(E.left(toLeft(signal.reason)))))
      return concat<[E.Either<E1 | F, A>, E.Either<E1 | F, A>]>(whole$, last$)
    })
}
