import * as core from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { read } from '../src/repository.ts'
import { rowsOf } from '../src/tables.ts'

const readme = read('README.md')
const rows = rowsOf(readme, 'command')

/** What core exports beside operators of commands; a new function belongs here or in the README's table. */
const OTHER_FUNCTIONS = [
  'completed',
  'createOpenCL',
  'decodeImageFormat',
  'elementSize',
  'enqueue',
  'formatKey',
  'isLegalFormat',
  'profiled',
  'ready',
  'registerBackend',
]

const functions = Object.entries(core)
  .filter(([, value]) => typeof value === 'function')
  .map(([name]) => name)
const column = (heading: string) => rows.map((row) => row[heading] ?? '').toSorted()
const code = (name: string) => `\`${name}\``
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const operators = functions.filter((name) => !OTHER_FUNCTIONS.includes(name))

describe('the table of commands', () => {
  it('lists exactly the operators that core exports', () => {
    expect(functions).toEqual(expect.arrayContaining(OTHER_FUNCTIONS))
    expect(column('operator')).toEqual(operators.map(code).toSorted())
  })

  it('lists exactly the commands as data', () => {
    const constructors = Object.keys(core.Command).map((name) => code(`Command.${name}`))
    expect(column('as data')).toEqual(constructors.toSorted())
  })

  it.each(rows)('names the command and the OpenCL function of $operator', (row) => {
    const name = (row['operator'] ?? '').replaceAll('`', '')
    const source = read(`packages/core/src/stream/${kebab(name)}.ts`)
    expect(source).toMatch(new RegExp(`\\b${row['OpenCL function']}\\b`))
    expect(read(`packages/core/src/model/commands/${kebab(name)}.ts`)).toContain(`readonly _tag: '${row['command']}'`)
  })

  it('says what each backend has', () => {
    // The contract kit, which both pass, has every command; a backend that packs one has it.
    const packed = read('packages/backend-native/src/commands/pack-command.ts')
    const emulated = read('packages/backend-emu/src/command/load-move.ts')
    const has = (source: string, row: Readonly<Record<string, string>>) =>
      source.includes(`'${row['command']}'`) ? '✔' : 'not yet'
    expect(rows.filter((row) => row['native'] !== has(packed, row) || row['emulator'] !== has(emulated, row))).toEqual(
      [],
    )
  })
})

it('the table of objects names every type of images', () => {
  const images = rowsOf(readme, 'object').find((row) => row['object'] === 'image')?.['kinds'] ?? ''
  expect(core.IMAGE_TYPES.filter((type) => !images.includes(code(type)))).toEqual([])
})

describe('the tables of the emulator', () => {
  const guide = read('docs/guide/testing.md')
  const listed = (first: string) =>
    rowsOf(guide, first).flatMap((row) => (row[first] ?? '').replaceAll('`', '').split(', '))
  const declared = (path: string) =>
    [...read(path).matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name = '']) => name).toSorted()

  it.each([
    ['option', 'packages/backend-emu/src/options.ts'],
    ['of a device', 'packages/backend-emu/src/device/device-profile.ts'],
  ])('list under "%s" exactly what %s declares', (first, path) => {
    expect(declared(path).length).toBeGreaterThan(3)
    expect(listed(first).toSorted()).toEqual(declared(path))
  })
})
