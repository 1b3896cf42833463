import { lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Failure } from '../failure.ts'
import { reasonOf } from './reason.ts'

export interface NewFile {
  readonly folder: string
  readonly name: string
  readonly bytes: Uint8Array
}

type Undo = () => void

/** Step by step: where the system makes no folders, such as /proc, Node's recursive mkdir tries for ever. */
const makeFolder = (folder: string, undo: Undo[]): void => {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder), undo)
  mkdirSync(folder)
  undo.push(() => rmdirSync(folder))
}

/** Puts the finished file in its place; one that is there already comes back if the undo is called. */
const moveIntoPlace = (temporary: string, target: string, undo: Undo[]): void => {
  const old = `${temporary}.old`
  const there = lstatSync(target, { throwIfNoEntry: false })
  if (there?.isDirectory() === true) throw new Error(`${target} is a folder`)
  if (there !== undefined) {
    renameSync(target, old)
    undo.push(() => renameSync(old, target))
  }
  renameSync(temporary, target)
  undo.push(() => rmSync(target, { force: true }))
}

/**
 * Writes all files or none. They are written under other names in their folders first, so that no half-written file
 * ever has a final name. It is synchronous on purpose: a signal is handled before or after, never between.
 *
 * Left: UnusableFolder for the first that does not work, with everything as it was before. Right: the paths.
 */
export const saveTogether = (files: readonly NewFile[]): E.Either<Failure, readonly string[]> => {
  const undo: Undo[] = []
  let at = ''
  const placed = files.map(({ folder, name, bytes }) => ({
    folder,
    bytes,
    target: join(folder, name),
    temporary: join(folder, `.${name}.${process.pid}.tmp`),
  }))
  return pipe(
    E.tryCatch(() => {
      for (const { folder, temporary, bytes } of placed) {
        at = folder
        makeFolder(resolve(folder), undo)
        undo.push(() => rmSync(temporary, { force: true }))
        writeFileSync(temporary, bytes)
      }
      for (const { folder, temporary, target } of placed) {
        at = folder
        moveIntoPlace(temporary, target, undo)
      }
      for (const { temporary } of placed) rmSync(`${temporary}.old`, { force: true })
      return placed.map(({ target }) => target)
    }, reasonOf),
    E.mapLeft((reason): Failure => {
      // What cannot be undone must not hide why it had to be.
      for (const step of undo.toReversed()) E.tryCatch(step, reasonOf)
      return { _tag: 'UnusableFolder', path: at, reason }
    }),
  )
}
