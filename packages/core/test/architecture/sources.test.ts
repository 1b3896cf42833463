import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, typeScriptFiles } from './repository.ts'
import { directiveFaults, hasDefaultCase, isGenerated, lineCount, nameFault } from './source-rules.ts'

const LONGEST = 250
const sources = typeScriptFiles('src')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

describe('the checks', () => {
  it.each([
    ['src/copy-buffer.ts', undefined],
    ['src/copy-buffer.test.ts', undefined],
    ['src/box2d.generated.ts', undefined],
    ['src/copyBuffer.ts', 'not kebab-case'],
    ['src/copy_buffer.ts', 'not kebab-case'],
    ['src/copy-.ts', 'not kebab-case'],
    ['src/copy-helper.ts', '"helper" says nothing'],
    ['src/utils.ts', '"utils" says nothing'],
  ])('find in the name %s: %s', (path, fault) => {
    expect(nameFault(path)).toBe(fault)
  })

  it.each([
    ['a\nb\n', 2],
    ['a\nb', 2],
    ['a\n\n', 2],
  ])('count in %j the lines: %i', (text, count) => {
    expect(lineCount(text)).toBe(count)
  })

  it.each([
    ['switch (a) {\n  default:\n}', true],
    ['const a = {\n  "default": 1 }', false],
  ])('look in %j for a default case: %s', (text, found) => {
    expect(hasDefaultCase(text)).toBe(found)
  })

  it.each([
    ['// oxlint-disable-next-line no-console -- the last word of a crash', 0],
    ['// oxlint-disable-next-line typescript/no-explicit-any, no-console -- why', 0],
    ['// oxlint-disable-next-line no-console', 1],
    ['/* oxlint-disable */', 1],
    ['// eslint-disable-line -- why', 1],
    ['// oxlint-disable-next-line no-restricted-imports -- why', 1],
  ])('find in %j faults: %i', (text, count) => {
    expect(directiveFaults(text)).toHaveLength(count)
  })
})

describe('the source files', () => {
  it('are found', () => {
    expect(sources).toEqual(
      expect.arrayContaining([
        'packages/core/src/model/commands/copy-buffer.ts',
        'packages/backend-emu/src/index.ts',
        'packages/backend-native/src/index.ts',
      ]),
    )
  })

  it(`have at most ${LONGEST} lines, but for generated tables`, () => {
    expect(sources.filter((path) => !isGenerated(path) && lineCount(read(path)) > LONGEST)).toEqual([])
  })

  it('have kebab-case names that say something, tests as well', () => {
    const faults = [...sources, ...typeScriptFiles('test')].map((path) => [path, nameFault(path)] as const)
    expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([])
  })

  it('have no default in a switch', () => {
    expect(sources.filter((path) => hasDefaultCase(read(path)))).toEqual([])
  })

  it('silence the lint by rule and with a reason, and never at a boundary', () => {
    const faults = sources.map((path) => [path, directiveFaults(read(path))] as const)
    expect(faults.filter(([, found]) => found.length > 0)).toEqual([])
  })

  it('have no lint settings of their own, which would replace those of the root', () => {
    const settings = ['packages', 'examples'].flatMap((top) =>
      readdirSync(join(ROOT, top), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap((entry) => readdirSync(join(ROOT, top, entry.name)).map((name) => `${top}/${entry.name}/${name}`)),
    )
    expect(settings.filter((path) => /\/(?:\.oxlintrc\.jsonc?|oxlint\.config\..*)$/.test(path))).toEqual([])
  })
})
