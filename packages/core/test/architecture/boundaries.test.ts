import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintScratch } from './lint-scratch.ts'
import { packageNames, ROOT } from './repository.ts'

const RULE = 'eslint(no-restricted-imports)'

/** Which layers of core each layer may import beside itself; validate has only the types of port. */
const LAYERS = {
  model: [],
  validate: ['model', 'codec', 'port'],
  codec: ['model'],
  port: ['model'],
  graph: ['model', 'validate', 'port'],
  platform: ['model', 'validate', 'codec', 'port', 'graph'],
  query: ['model', 'validate', 'graph', 'platform'],
  timeline: ['model', 'validate', 'graph', 'platform'],
  stream: ['model', 'validate', 'codec', 'port', 'graph', 'platform'],
  testing: [],
} as const
type Layer = keyof typeof LAYERS
const LAYER_NAMES = Object.keys(LAYERS) as readonly Layer[]

const FP = ['fp-ts/lib/Either.js', 'fp-ts/lib/function.js']
const IO = ['io-ts', 'io-ts/lib/PathReporter.js']
const CORE = ['@rxcl/core', '@rxcl/core/port', '@rxcl/core/testing']
const INJECTION = ['tsyringe', 'reflect-metadata/lite']
const NODE = ['node:fs', 'node:fs/promises']

/** Which packages each place may import; every other candidate is refused there. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'packages/core/src/index.ts': FP,
  'packages/core/src/container.ts': [...FP, ...INJECTION],
  'packages/core/src/unlisted/a.ts': FP,
  'packages/core/src/model/a.ts': FP,
  'packages/core/src/model/commands/container.ts': FP,
  'packages/core/src/validate/a.ts': FP,
  'packages/core/src/codec/a.ts': [...FP, ...IO, 'js-base64'],
  'packages/core/src/port/a.ts': FP,
  'packages/core/src/graph/a.ts': FP,
  'packages/core/src/platform/a.ts': FP,
  'packages/core/src/query/a.ts': FP,
  'packages/core/src/timeline/a.ts': FP,
  'packages/core/src/stream/a.ts': [...FP, 'rxjs'],
  'packages/core/src/stream/operators/a.ts': [...FP, 'rxjs'],
  'packages/core/src/testing/a.ts': [...FP, 'rxjs', 'fast-check', '@rxcl/core'],
  'packages/backend-emu/src/a.ts': [...FP, ...IO, ...CORE],
  'packages/backend-emu/src/memory/register.ts': [...FP, ...IO, ...CORE],
  'packages/backend-emu/src/register.ts': [...FP, ...INJECTION, ...CORE],
  'packages/backend-native/src/a.ts': [...FP, ...CORE, ...NODE, 'node-gyp-build'],
  'packages/backend-native/src/register.ts': [...FP, ...INJECTION, ...CORE],
  'packages/backend-third/src/a.ts': [...FP, ...CORE],
}

/** Refused everywhere: what passes tsc and vitest and fails in Node, the insides of packages, the other backend. */
const NOWHERE = [
  'fp-ts',
  'fp-ts/Either',
  'fp-ts/function',
  'fp-ts/lib/Either',
  'fp-ts/es6/Either.js',
  'io-ts/PathReporter',
  'io-ts/lib/PathReporter',
  'rxjs/operators',
  'fs',
  'vitest',
  'reflect-metadata',
  '@rxcl/core/stream',
  '@rxcl/core/src/index.ts',
  '@rxcl/core/dist/index.js',
  '@rxcl/backend-emu',
  '@rxcl/backend-native',
]
const CANDIDATES = [...new Set([...Object.values(PACKAGES).flat(), ...NOWHERE])]

/** The least that an import can be: a type, which leaves no trace in the compiled file. */
const typeImports = (specifiers: readonly string[]): string =>
  specifiers.map((specifier, index) => `import type { A${index} } from '${specifier}'\n`).join('')

const layerImports = (up: string) => LAYER_NAMES.map((to) => `${up}${to}/a.ts`)

/** Ways out of src, or round a rule, from wherever a file is. */
const DETOURS = [
  './../own.ts',
  './own/../own.ts',
  '../own/../own.ts',
  '../../src/own.ts',
  '../../dist/index.js',
  '../../test/own.ts',
  '../../node_modules/rxjs/index.js',
  '../../../core/index.ts',
  '../../../backend-emu/index.ts',
  '../../../../packages/core/index.ts',
]
const OWN_FILES = ['./own.ts', './own/own.ts', '../own.ts', '../own/own.ts']

/** The files above the layers: who may import what. */
const ABOVE = ['../index.ts', '../container.ts']
const TESTING = './testing/index.ts'

/** Every way to write an import, with the rule that sees it. */
const FORMS = {
  "import { Observable } from 'rxjs'": RULE,
  "import 'rxjs'": RULE,
  "import * as rxjs from 'rxjs'": RULE,
  "export * from 'rxjs'": RULE,
  "export type { Observable } from 'rxjs'": RULE,
  "export const load = () => import('rxjs')": RULE,
  "import rxjs = require('rxjs')": RULE,
  "export type Stream = import('rxjs').Observable<number>": 'typescript(consistent-type-imports)',
  "export const rxjs: unknown = require('rxjs')": 'import(no-commonjs)',
} as const

const PORT_VALUE = "import { a } from '../port/a.ts'\n\nexport const b: unknown = a\n"

const forms = Object.keys(FORMS)
const formPath = (layer: Layer, form: string) => `packages/core/src/${layer}/form-${forms.indexOf(form)}.ts`
const specifiersIn = new Map<string, readonly string[]>()
const add = (path: string, specifiers: readonly string[]) =>
  specifiersIn.set(path, [...(specifiersIn.get(path) ?? []), ...specifiers])
for (const path of Object.keys(PACKAGES)) add(path, CANDIDATES)
for (const path of Object.keys(PACKAGES)) add(path, [...DETOURS, ...OWN_FILES])
for (const from of LAYER_NAMES) {
  add(`packages/core/src/${from}/layers.ts`, [...layerImports('../'), ...ABOVE])
  add(`packages/core/src/${from}/deep/layers.ts`, [...layerImports('../../'), ...ABOVE.map((path) => `../${path}`)])
}
for (const file of ['index.ts', 'container.ts']) add(`packages/core/src/${file}`, [TESTING, ...layerImports('./')])
for (const folder of ['packages/core/test', 'examples/any', 'scripts'])
  add(`${folder}/a.ts`, [...FP, ...IO, ...NOWHERE.slice(0, 7)])

const findingsOf = lintScratch(
  new Map([
    ...[...specifiersIn].map(([path, specifiers]) => [path, typeImports(specifiers)] as const),
    ['packages/core/src/validate/value.ts', PORT_VALUE],
    ['packages/core/src/graph/value.ts', PORT_VALUE],
    ...forms.flatMap((form) => (['model', 'stream'] as const).map((layer) => [formPath(layer, form), form] as const)),
  ]),
)

const rulesAt = (path: string): readonly string[] => findingsOf(path).map((finding) => finding.rule)

/** The candidates that the lint accepts in a file, in their order. */
const accepted = (path: string, candidates: readonly string[]): readonly string[] => {
  const refused = new Set(
    findingsOf(path)
      .filter((finding) => finding.rule === RULE)
      .map((finding) => specifiersIn.get(path)?.[finding.line - 1]),
  )
  return candidates.filter((specifier) => !refused.has(specifier))
}

describe('the packages that a place may import', () => {
  it.each(Object.entries(PACKAGES))('%s imports only %j', (path, allowed) => {
    expect(accepted(path, CANDIDATES)).toEqual(CANDIDATES.filter((specifier) => allowed.includes(specifier)))
  })

  it.each(['packages/core/test', 'examples/any', 'scripts'])('%s loads fp-ts and io-ts by paths of Node', (folder) => {
    expect(accepted(`${folder}/a.ts`, specifiersIn.get(`${folder}/a.ts`) ?? [])).toEqual([...FP, ...IO])
  })
})

describe('the layers of core', () => {
  it.each(LAYER_NAMES)('%s imports only itself and the layers below it', (from) => {
    const allowed = LAYER_NAMES.filter((to) => to === from || (LAYERS[from] as readonly Layer[]).includes(to))
    for (const [file, up] of [
      ['layers.ts', '../'],
      ['deep/layers.ts', '../../'],
    ] as const) {
      const paths = allowed.map((to) => `${up}${to}/a.ts`)
      expect(accepted(`packages/core/src/${from}/${file}`, layerImports(up))).toEqual(paths)
    }
  })

  it('are all the folders of packages/core/src, so that none is without a rule', () => {
    const folders = readdirSync(join(ROOT, 'packages/core/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(LAYER_NAMES).toEqual(expect.arrayContaining(folders))
  })
})

describe('relative paths', () => {
  it.each(Object.keys(PACKAGES))('lead from %s to files of its own src and by no detour', (path) => {
    expect(accepted(path, [...DETOURS, ...OWN_FILES])).toEqual(OWN_FILES)
  })

  it.each(LAYER_NAMES)('lead from %s to no file above the layers, but from testing to the index', (from) => {
    const allowed = from === 'testing' ? ['../index.ts'] : []
    expect(accepted(`packages/core/src/${from}/layers.ts`, ABOVE)).toEqual(allowed)
    const deep = ABOVE.map((path) => `../${path}`)
    expect(accepted(`packages/core/src/${from}/deep/layers.ts`, deep)).toEqual(allowed.map((path) => `../${path}`))
  })

  it.each(['index.ts', 'container.ts'])('lead from %s to every layer but testing', (file) => {
    const paths = [...layerImports('./'), TESTING]
    const allowed = paths.filter((path) => !path.startsWith('./testing/'))
    expect(accepted(`packages/core/src/${file}`, paths)).toEqual(allowed)
  })
})

it('validate imports no value of port', () => {
  expect(rulesAt('packages/core/src/validate/value.ts')).toContain(RULE)
  expect(rulesAt('packages/core/src/graph/value.ts')).not.toContain(RULE)
})

describe('the ways to write an import', () => {
  it.each(Object.entries(FORMS))('%s is seen in model', (form, rule) => {
    expect(rulesAt(formPath('model', form))).toContain(rule)
  })

  it.each(forms.filter((form) => FORMS[form as keyof typeof FORMS] === RULE))('%s is allowed in stream', (form) => {
    expect(rulesAt(formPath('stream', form))).not.toContain(RULE)
  })
})

it('every package has a boundary of its own', () => {
  const tested = new Set(Object.keys(PACKAGES).map((path) => path.split('/')[1]))
  expect(packageNames().filter((name) => !tested.has(name))).toEqual([])
})
