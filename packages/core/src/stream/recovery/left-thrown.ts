import * as E from 'fp-ts/lib/Either.js'
import { map } from 'rxjs'
import type { Flow } from '../flow-types.ts'

/** A Left on its short way to the operator that recovers from it. */
export class LeftThrown<E1> extends Error {
  override readonly name = 'LeftThrown'
  readonly left: E1

  constructor(left: E1) {
    super('A Left to recover from.')
    this.left = left
  }
}

/** Ends a flow at the first Left that is to be recovered from: RxJS's retry and catchError take it from there. */
export const throwLeft =
  <E1>(isToRecover: (left: E1) => boolean) =>
  <A>(flow: Flow<E1, A>): Flow<E1, A> =>
    flow.pipe(
      map((either) => {
        if (E.isLeft(either) && isToRecover(either.left)) throw new LeftThrown(either.left)
        return either
      }),
    )
