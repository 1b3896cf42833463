import { posix } from 'node:path'

/** A name that a module offers, with the module that declares it; a declaration outside of the package has no text. */
export interface PublicExport {
  readonly name: string
  readonly module: string
  readonly documented: boolean
}

const STAR = /^export\s+(?:type\s+)?\*\s+from\s+'([^']+)'/gm
const NAMED = /^export\s+(?:type\s+)?\{([^}]*)\}(?:\s+from\s+'([^']+)')?/gm
const IMPORTED = /^import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/gm
const DECLARED =
  /^(export\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type)\s+([\w$]+)/gm

const isOwn = (specifier: string) => specifier.startsWith('.')
const pairs = (list: string): readonly (readonly [from: string, to: string])[] =>
  list
    .replaceAll(/\/\/.*|\/\*[^]*?\*\//g, '')
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(/\s+as\s+/))
    .map(([from = '', to = from]) => [from, to])

/** A doc comment ends right above the declaration. */
const isDocumentedAt = (text: string, at: number): boolean => {
  const above = text.slice(0, at).trimEnd()
  return above.endsWith('*/') && above.startsWith('/**', above.lastIndexOf('/*'))
}

const declarations = (text: string, name: string) => [...text.matchAll(DECLARED)].filter((found) => found[2] === name)

/**
 * Every public name of a module and whether a doc comment stands above one of its declarations. `read` gives a module's
 * text by path. Reads the text only: what it cannot find counts as undocumented.
 */
export const publicExports = (module: string, read: (path: string) => string): readonly PublicExport[] => {
  const text = read(module)
  const resolve = (specifier: string) => posix.join(posix.dirname(module), specifier)
  const outside = (name: string, specifier: string): PublicExport => ({ name, module: specifier, documented: true })
  const find = (name: string, specifier: string, as = name): PublicExport => {
    if (!isOwn(specifier)) return outside(as, specifier)
    const found = publicExports(resolve(specifier), read).find((candidate) => candidate.name === name)
    return found === undefined ? { name: as, module: resolve(specifier), documented: false } : { ...found, name: as }
  }
  const local = (name: string, as: string): PublicExport => {
    const here = declarations(text, name)
    if (here.length > 0)
      return { name: as, module, documented: here.some((found) => isDocumentedAt(text, found.index)) }
    for (const [, list = '', specifier = ''] of text.matchAll(IMPORTED)) {
      const origin = pairs(list).find(([, to]) => to === name)
      if (origin !== undefined) return find(origin[0], specifier, as)
    }
    return { name: as, module, documented: false }
  }
  const all = [
    ...[...text.matchAll(DECLARED)]
      .filter(([, exported]) => exported !== undefined)
      .map(([, , name = '']) => local(name, name)),
    ...[...text.matchAll(NAMED)].flatMap(([, list = '', specifier]) =>
      pairs(list).map(([from, to]) => (specifier === undefined ? local(from, to) : find(from, specifier, to))),
    ),
    ...[...text.matchAll(STAR)].flatMap(([, specifier = '']) =>
      isOwn(specifier) ? publicExports(resolve(specifier), read) : [outside('*', specifier)],
    ),
  ]
  return [...new Map(all.map((found) => [found.name, found])).values()]
}
