import * as E from 'fp-ts/lib/Either.js'

/** The bytes, if they are all of a frame. Left: how far they go. */
export const wholeFrame = (bytes: Uint8Array, size: number): E.Either<string, Uint8Array> =>
  bytes.length < size ? E.left(`is cut short: ${bytes.length} of ${size} bytes`) : E.right(bytes)
