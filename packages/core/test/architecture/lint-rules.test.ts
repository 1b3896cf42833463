import { describe, expect, it } from 'vitest'
import { lintScratch } from './lint-scratch.ts'

interface Row {
  readonly rule: string
  /** Where the file is, `packages/core/src` unless it says so. */
  readonly folder?: string
  readonly fault: string
  /** Differs in the one thing that the rule is about. */
  readonly control: string
}

const COLOUR = `export type Colour = 'red' | 'blue'\n`
const lines = (count: number) => '// one line\n'.repeat(count - 1)

const ROWS: Readonly<Record<string, Row>> = {
  'a switch over a union names every member': {
    rule: 'typescript(switch-exhaustiveness-check)',
    fault: `${COLOUR}export const f = (c: Colour): number => {\n  switch (c) {\n    case 'red':\n      return 1\n  }\n  return 2\n}\n`,
    control: `${COLOUR}export const f = (c: Colour): number => {\n  switch (c) {\n    case 'red':\n      return 1\n    case 'blue':\n      return 2\n  }\n}\n`,
  },
  'a switch over a union has no default': {
    rule: 'typescript(switch-exhaustiveness-check)',
    fault: `${COLOUR}export const f = (c: Colour): number => {\n  switch (c) {\n    case 'red':\n      return 1\n    case 'blue':\n      return 2\n    default:\n      return 3\n  }\n}\n`,
    control: `${COLOUR}export const f = (c: Colour): number => {\n  switch (c) {\n    case 'red':\n      return 1\n    case 'blue':\n      return 2\n  }\n}\n`,
  },
  'a promise is awaited, returned or voided': {
    rule: 'typescript(no-floating-promises)',
    fault: `export const f = (p: Promise<number>): void => {\n  p\n}\n`,
    control: `export const f = async (p: Promise<number>): Promise<void> => {\n  await p\n}\n`,
  },
  'a promise is awaited in tests too': {
    rule: 'typescript(no-floating-promises)',
    folder: 'packages/core/test',
    fault: `export const f = (p: Promise<number>): void => {\n  p\n}\n`,
    control: `export const f = async (p: Promise<number>): Promise<void> => {\n  await p\n}\n`,
  },
  'what is only a type is imported as a type': {
    rule: 'typescript(consistent-type-imports)',
    fault: `import { Colour } from './colour.ts'\n\nexport const f = (c: Colour): Colour => c\n`,
    control: `import type { Colour } from './colour.ts'\n\nexport const f = (c: Colour): Colour => c\n`,
  },
  'any is not written': {
    rule: 'typescript(no-explicit-any)',
    fault: `export type Box = { readonly inside: any }['inside']\n`,
    control: `export type Box = { readonly inside: unknown }['inside']\n`,
  },
  'any that comes from elsewhere is narrowed before use': {
    rule: 'typescript(no-unsafe-member-access)',
    fault: `export const f = (text: string): boolean => JSON.parse(text).a === 1\n`,
    control: `export const f = (text: string): boolean => (JSON.parse(text) as unknown) === 1\n`,
  },
  'a possibly missing element is not asserted away': {
    rule: 'typescript(no-non-null-assertion)',
    fault: `export const f = (list: readonly number[]): number => list[0]!\n`,
    control: `export const f = (list: readonly number[]): number => list[0] ?? 0\n`,
  },
  'what is thrown is an Error': {
    rule: 'typescript(only-throw-error)',
    fault: `export const f = (): never => {\n  throw 'no'\n}\n`,
    control: `export const f = (): never => {\n  throw new Error('no')\n}\n`,
  },
  'a file of 250 lines is the longest': {
    rule: 'eslint(max-lines)',
    fault: `${lines(251)}export const a = 1\n`,
    control: `${lines(250)}export const a = 1\n`,
  },
  'src does not write to the console': {
    rule: 'eslint(no-console)',
    fault: `export const f = (): void => console.log('a')\n`,
    control: `export const f = (): number => Math.abs(1)\n`,
  },
  'a backend does not write to the console': {
    rule: 'eslint(no-console)',
    folder: 'packages/backend-native/src',
    fault: `export const f = (): void => console.warn('a')\n`,
    control: `export const f = (): number => Math.abs(1)\n`,
  },
  'core knows no global of Node': {
    rule: 'eslint(no-restricted-globals)',
    fault: `export const f = (): unknown => process\n`,
    control: `export const f = (): unknown => globalThis\n`,
  },
  'the emulator knows no global of Node': {
    rule: 'eslint(no-restricted-globals)',
    folder: 'packages/backend-emu/src',
    fault: `export const f = (): unknown => setImmediate\n`,
    control: `export const f = (): unknown => queueMicrotask\n`,
  },
  'src asks for no types of Node': {
    rule: 'typescript(triple-slash-reference)',
    fault: `/// <reference types="node" />\nexport const a = 1\n`,
    control: `// reference types="node"\nexport const a = 1\n`,
  },
  'a module has no default export': {
    rule: 'import(no-default-export)',
    fault: `export default 1\n`,
    control: `export const a = 1\n`,
  },
  'a directive that silences nothing is an error': {
    rule: 'Unused oxlint-disable directive (no problems were reported).',
    fault: `// oxlint-disable-next-line no-console -- a reason\nexport const a = 1\n`,
    control: `// oxlint-disable-next-line no-console -- a reason\nexport const f = (): void => console.log('a')\n`,
  },
  'no test is skipped': {
    rule: 'vitest(no-disabled-tests)',
    folder: 'packages/core/test',
    fault: `import { expect, it } from 'vitest'\n\nit.skip('a', () => expect(1).toBe(1))\n`,
    control: `import { expect, it } from 'vitest'\n\nit('a', () => expect(1).toBe(1))\n`,
  },
  'no test runs alone': {
    rule: 'vitest(no-focused-tests)',
    folder: 'packages/core/test',
    fault: `import { expect, it } from 'vitest'\n\nit.only('a', () => expect(1).toBe(1))\n`,
    control: `import { expect, it } from 'vitest'\n\nit('a', () => expect(1).toBe(1))\n`,
  },
  'no two tests have one name': {
    rule: 'vitest(no-identical-title)',
    folder: 'packages/core/test',
    fault: `import { expect, it } from 'vitest'\n\nit('a', () => expect(1).toBe(1))\nit('a', () => expect(2).toBe(2))\n`,
    control: `import { expect, it } from 'vitest'\n\nit('a', () => expect(1).toBe(1))\nit('b', () => expect(2).toBe(2))\n`,
  },
  'an expectation is carried out': {
    rule: 'vitest(valid-expect)',
    folder: 'packages/core/test',
    fault: `import { expect, it } from 'vitest'\n\nit('a', () => {\n  expect(1)\n})\n`,
    control: `import { expect, it } from 'vitest'\n\nit('a', () => {\n  expect(1, 'one').toBe(1)\n})\n`,
  },
  'a test expects something': {
    rule: 'vitest(expect-expect)',
    folder: 'packages/core/test',
    fault: `import { it } from 'vitest'\n\nit('a', () => {\n  Math.abs(1)\n})\n`,
    control: `import { expect, it } from 'vitest'\n\nit('a', () => {\n  expect(Math.abs(1)).toBe(1)\n})\n`,
  },
}

const ANY_IN_TEST = `const a = JSON.parse('{"b":[1]}')\nMath.abs(a.b)\nexport const c = (): string => a.b.join()\n`
const KIT_TEST = `import { it } from 'vitest'\n\nconst run = (): void => {}\nit('a', run)\n`

const rows = Object.entries(ROWS)
const pathOf = (kind: 'fault' | 'control', index: number, row: Row) => {
  const folder = row.folder ?? 'packages/core/src'
  return `${folder}/${kind}-${index}${folder.endsWith('test') ? '.test' : ''}.ts`
}
const findingsOf = lintScratch(
  new Map([
    ['packages/core/src/colour.ts', COLOUR],
    ['packages/core/src/not_kebab.ts', COLOUR],
    ['packages/core/any.config.ts', 'export default 1\n'],
    ['packages/core/test/any.test.ts', ANY_IN_TEST],
    ['packages/core/src/any.ts', ANY_IN_TEST],
    ['packages/core/test/contract-kit.test.ts', KIT_TEST],
    ['packages/core/src/long.generated.ts', `${lines(300)}export const a = 1\n`],
    ...rows.flatMap(([, row], index) =>
      (['fault', 'control'] as const).map((kind) => [pathOf(kind, index, row), row[kind]] as const),
    ),
  ]),
)
const rulesAt = (path: string) => findingsOf(path).map((finding) => finding.rule)

describe('the lint', () => {
  it.each(rows.map(([name, row], index) => [name, row, index] as const))('%s', (_name, row, index) => {
    expect(rulesAt(pathOf('fault', index, row))).toContain(row.rule)
    expect(rulesAt(pathOf('control', index, row))).toEqual([])
  })

  it('asks for kebab-case file names', () => {
    expect(rulesAt('packages/core/src/not_kebab.ts')).toEqual(['unicorn(filename-case)'])
    expect(rulesAt('packages/core/src/colour.ts')).toEqual([])
  })

  it('lets a settings file have the default export that its tool asks for', () => {
    expect(rulesAt('packages/core/any.config.ts')).toEqual([])
  })

  it('lets a test read any, which src narrows first', () => {
    expect(rulesAt('packages/core/test/any.test.ts')).toEqual([])
    expect(rulesAt('packages/core/src/any.ts')).not.toEqual([])
  })

  it('lets the contract kit bring the expectations of its cases', () => {
    expect(rulesAt('packages/core/test/contract-kit.test.ts')).toEqual([])
  })

  it('lets a generated table be longer than 250 lines', () => {
    expect(rulesAt('packages/core/src/long.generated.ts')).toEqual([])
  })
})
