import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A path from the root, with slashes, as an absolute one. */
export const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const read = (path: string): string => readFileSync(inRoot(path), 'utf8')

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(ROOT.length))

const READMES = /^(?:packages|examples)\/[^/]+\/README\.md$/

const readmesIn = (top: string): readonly string[] =>
  readdirSync(inRoot(top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(inRoot(`${top}/${entry.name}`)).map((name) => `${top}/${entry.name}/${name}`))
    .filter((path) => READMES.test(path))

/** Every text of the project, by its path from the root. */
export const documents = (): readonly string[] =>
  [
    'README.md',
    ...filesUnder('docs').filter((path) => path.endsWith('.md')),
    ...readmesIn('packages'),
    ...readmesIn('examples'),
  ].toSorted()
