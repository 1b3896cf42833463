import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicExports } from './public-exports.ts'
import { packageNames, ROOT } from './repository.ts'

const MODULES: Readonly<Record<string, string>> = {
  'a/index.ts': `
export { one, two as zwei, three } from './model/numbers.ts'
export type * from './model/types.ts'
export type { Either } from 'fp-ts/lib/Either.js'
import { five } from './model/numbers.ts'
export { five }
/** A number. */
export const six = 6
export const seven = 7
`,
  'a/model/numbers.ts': `
/** One. */
export const one = 1

/** Two, over
 * two lines. */
export const two = 2

// Three has a comment, but no doc comment.
export const three = 3
/** Four is not public. */
const four = 4

/* Five has a comment, but no doc comment. */
export const five = four + 1
`,
  'a/model/types.ts': `
/** A shape. */
export interface Shape { readonly a: number }
export type Side = number
/** The value and its type share a name; one of them is documented. */
export const Colour = { red: 'red' } as const
export type Colour = 'red'
`,
}

describe('the check', () => {
  const found = publicExports('a/index.ts', (path) => MODULES[path] ?? '')
  const documented = (name: string) => found.find((candidate) => candidate.name === name)?.documented

  it.each(['one', 'zwei', 'six', 'Shape', 'Colour', 'Either'])('finds the comment of %s', (name) => {
    expect(documented(name)).toBe(true)
  })

  it.each(['three', 'five', 'seven', 'Side'])('misses the comment of %s', (name) => {
    expect(documented(name)).toBe(false)
  })

  it('finds all public names and no other', () => {
    const names = found.map((candidate) => candidate.name).toSorted()
    expect(names).toEqual(['Colour', 'Either', 'Shape', 'Side', 'five', 'one', 'seven', 'six', 'three', 'zwei'])
  })

  it('names the module to mend', () => {
    expect(found.find((candidate) => candidate.name === 'three')?.module).toBe('a/model/numbers.ts')
  })
})

it.each(packageNames())('every public export of %s has a doc comment', (name) => {
  const exports = publicExports(`packages/${name}/src/index.ts`, (path) => readFileSync(join(ROOT, path), 'utf8'))
  expect(exports).not.toEqual([])
  expect(exports.filter((found) => !found.documented).map((found) => `${found.module}: ${found.name}`)).toEqual([])
})
