import * as E from 'fp-ts/lib/Either.js'
import { map, type Observable } from 'rxjs'
import type { Flow } from './flow-types.ts'

/** An error that shows its fields and has a stack; `_tag`, `status`, `cause` and the rest are those of the Left. */
const toError = (left: unknown): unknown => {
  if (left instanceof Error || typeof left !== 'object' || left === null) return left
  const { _tag: tag, message } = left as { readonly _tag?: unknown; readonly message?: unknown }
  const error = new Error(`${typeof tag === 'string' ? `${tag}: ` : ''}${typeof message === 'string' ? message : ''}`)
  return Object.assign(error, left, { message: error.message })
}

/** Moves a Left to the error channel, as an Error with the Left's fields: for the edge of a program, once. */
export const orThrow = (): (<E1, A>(flow: Flow<E1, A>) => Observable<A>) => (flow) =>
  flow.pipe(
    map((either) => {
      if (E.isLeft(either)) throw toError(either.left)
      return either.right
    }),
  )
