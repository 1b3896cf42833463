const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const EMPTY_WORDS = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'handler', 'process', 'misc', 'common'])
const SILENCED = /(?:oxlint|eslint)-disable(?:-next-line|-line)?\b(.*)/

const stem = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.test|\.generated|\.d)?\.ts$/, '')

/** What is wrong with the name of a file, if anything. */
export const nameFault = (path: string): string | undefined => {
  const name = stem(path)
  if (!KEBAB.test(name)) return 'not kebab-case'
  const empty = name.split('-').find((word) => EMPTY_WORDS.has(word))
  return empty === undefined ? undefined : `"${empty}" says nothing`
}

/** The lines of a file; a last line break ends a line and starts none. */
export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length

export const isGenerated = (path: string): boolean => path.endsWith('.generated.ts')

/** The lint sees a default beside a complete union only; a total switch has none at all. */
export const hasDefaultCase = (text: string): boolean => /^\s*default\s*:/m.test(text)

/** Lint directives that name no rule or no reason (`rule -- reason`), or open a boundary. */
export const directiveFaults = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const rest = SILENCED.exec(line)?.[1]
    if (rest === undefined) return []
    if (!/^\s+[\w/@, -]*\w\s+--\s+\S/.test(rest)) return [`no rule or no reason: ${line.trim()}`]
    return rest.includes('no-restricted-imports') ? [`opens a boundary: ${line.trim()}`] : []
  })
