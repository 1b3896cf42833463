import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const missing = (folder: string): readonly string[] =>
  statSync(folder, { throwIfNoEntry: false }) === undefined && dirname(folder) !== folder
    ? [...missing(dirname(folder)), folder]
    : []

/**
 * Makes a folder and those above it. Calling what it gives removes those it made; it fails where they are no longer
 * empty. Step by step: where the system makes no folders, such as /proc, Node's recursive mkdir tries for ever.
 */
export const makeFolder = (folder: string): (() => void) => {
  const made: string[] = []
  const unmake = (): void => {
    for (const path of made.toReversed()) rmdirSync(path)
  }
  for (const path of missing(resolve(folder))) {
    try {
      mkdirSync(path)
    } catch (error) {
      unmake()
      throw error
    }
    made.push(path)
  }
  return unmake
}
