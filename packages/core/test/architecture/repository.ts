import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

/** The packages by folder name; a folder that another branch left behind is none. */
export const packageNames = (): readonly string[] =>
  readdirSync(join(ROOT, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, 'packages', entry.name, 'package.json')))
    .map((entry) => entry.name)

/** Paths from the root, with slashes, of the TypeScript files in one folder (such as src) of every package. */
export const typeScriptFiles = (folder: 'src' | 'test'): readonly string[] =>
  packageNames()
    .flatMap((name) => {
      const top = join(ROOT, 'packages', name, folder)
      if (!existsSync(top)) return []
      return readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    })
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
