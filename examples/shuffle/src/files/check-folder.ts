import { accessSync, constants, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Failure } from '../failure.ts'
import { reasonOf } from './reason.ts'

const nearestExisting = (path: string): string => {
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined
  return isThere || dirname(path) === path ? path : nearestExisting(dirname(path))
}

const checkTarget = (picture: string, target: string): void => {
  const there = statSync(target, { throwIfNoEntry: false, bigint: true })
  if (there === undefined) return
  if (there.isDirectory()) throw new Error(`${target} is a folder`)
  const source = statSync(picture, { bigint: true })
  if (there.ino === source.ino && there.dev === source.dev) throw new Error(`${target} is the picture itself`)
}

/**
 * Finds out before any work whether files of these names can be written to the folder, or to a folder made there.
 * Changes nothing. `picture` must not be one of the files.
 */
export const checkFolder = (folder: string, picture: string, names: readonly string[]): E.Either<Failure, void> =>
  pipe(
    E.tryCatch(() => {
      const base = nearestExisting(resolve(folder))
      if (!statSync(base).isDirectory()) throw new Error(`${base} is no folder`)
      accessSync(base, constants.W_OK | constants.X_OK)
      for (const name of names) checkTarget(picture, join(folder, name))
    }, reasonOf),
    E.mapLeft((reason): Failure => ({ _tag: 'UnusableFolder', path: folder, reason })),
  )
