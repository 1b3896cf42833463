import { readFileSync, statSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Failure } from '../failure.ts'
import { reasonOf } from './reason.ts'

const unreadable =
  (path: string) =>
  (reason: string): Failure => ({ _tag: 'UnreadablePicture', path, reason })

/** The bytes of a regular file. A device or a pipe is refused, because it may never end. */
export const readPictureFile = (path: string): E.Either<Failure, Buffer> =>
  pipe(
    E.tryCatch(() => statSync(path), reasonOf),
    E.flatMap((stats) =>
      stats.isFile() ? E.right(stats) : E.left(stats.isDirectory() ? 'it is a folder' : 'it is not a regular file'),
    ),
    E.flatMap(() => E.tryCatch(() => readFileSync(path), reasonOf)),
    E.mapLeft(unreadable(path)),
  )
