import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'

/** The value that a call must have answered. */
export const right = <A>(either: Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(`unexpected Left: ${JSON.stringify(either.left)}`)
  return either.right
}

/** The failure that a call must have answered. */
export const left = <L>(either: Either<L, unknown>): L => {
  if (E.isRight(either)) throw new Error('unexpected Right')
  return either.left
}
