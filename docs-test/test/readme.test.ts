import { readdirSync } from 'node:fs'
import * as core from '@rxcl/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { inRoot, read } from '../src/repository.ts'
import { rowsOf } from '../src/tables.ts'

const readme = read('README.md')
const rows = rowsOf(readme, 'command')

const functions = Object.entries(core)
  .filter(([, value]) => typeof value === 'function')
  .map(([name]) => name)

/** Listed in the guide instead. */
const QUERIES = functions.filter((name) => name.endsWith('Info'))

const column = (heading: string) => rows.map((row) => row[heading] ?? '').toSorted()
const code = (name: string) => `\`${name}\``
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
/** Each operator has a file of its own. */
const OPERATOR_FILES = readdirSync(inRoot('packages/core/src/stream/operators'))
const operators = functions.filter((name) => OPERATOR_FILES.includes(`${kebab(name)}.ts`))

describe('the table of commands', () => {
  it('lists exactly the operators that core exports', () => {
    expect(operators.length).toBeGreaterThan(20)
    expect(column('operator')).toEqual(operators.map(code).toSorted())
  })

  it('lists exactly the commands as data', () => {
    const constructors = Object.keys(core.Command).map((name) => code(`Command.${name}`))
    expect(column('as data')).toEqual(constructors.toSorted())
  })

  it.each(rows)('names the command and the OpenCL function of $operator', (row) => {
    const name = (row['operator'] ?? '').replaceAll('`', '')
    const source = read(`packages/core/src/stream/operators/${kebab(name)}.ts`)
    expect(source).toMatch(new RegExp(`\\b${row['OpenCL function']}\\b`))
    const command = read(`packages/core/src/model/commands/${kebab(row['command'] ?? '').slice(1)}.ts`)
    expect(command).toContain(`readonly _tag: '${row['command']}'`)
  })

  it('says since when a device knows each command', () => {
    // docs/errors.md, which is made from the rules, names the version for those that older devices are refused.
    const needed = new Map(
      [
        ...read('docs/errors.md').matchAll(/^\| (\w+) \|.* the queue's device has an OpenCL version before ([\d.]+)/gm),
      ].map(([, command = '', version = '']) => [command, version]),
    )
    expect(needed.size).toBeGreaterThan(5)
    expect(rows.filter(({ command = '', since }) => needed.has(command) && since !== needed.get(command))).toEqual([])
    expect(rows.filter(({ since = '' }) => !core.DEVICE_VERSIONS.some((version) => version === since))).toEqual([])
  })

  it('says which commands go through JSON', () => {
    const decode = core.decodeCommand(core.objectTable())
    const knows = (_tag: string | undefined): boolean => {
      const command = decode({ _tag })
      return !isLeft(command) || command.left.path !== '_tag'
    }
    expect(knows('no command')).toBe(false)
    expect(rows.filter((row) => row['JSON'] !== (knows(row['command']) ? '✔' : 'not yet'))).toEqual([])
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

it('the guide lists every query', () => {
  const listed = rowsOf(read('docs/guide/memory.md'), 'function').map((row) => row['function'] ?? '')
  expect(QUERIES.length).toBeGreaterThan(3)
  expect(listed.toSorted()).toEqual([...QUERIES, 'context.supportedImageFormats'].map(code).toSorted())
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
