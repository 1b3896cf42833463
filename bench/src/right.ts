import { isLeft, type Either } from 'fp-ts/lib/Either.js'

/** The Right; a benchmark that fails to set itself up says why and ends. */
export const right = <E, A>(either: Either<E, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
