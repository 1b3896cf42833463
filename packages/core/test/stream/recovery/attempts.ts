import type * as E from 'fp-ts/lib/Either.js'
import { defer, NEVER, type Observable } from 'rxjs'

/** A flow whose n-th subscription is the n-th of `attempts`, the last again and again; and how many it had. */
export const attemptsOf = <E1, A>(...attempts: readonly Observable<E.Either<E1, A>>[]) => {
  const seen = { subscriptions: 0 }
  const flow$ = defer(() => {
    const attempt = attempts[Math.min(seen.subscriptions, attempts.length - 1)] ?? NEVER
    seen.subscriptions += 1
    return attempt
  })
  return { seen, flow$ }
}
