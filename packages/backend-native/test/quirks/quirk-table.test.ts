import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { QUIRK_TABLE } from '../../src/quirks/quirk-table.ts'
import { quirksOf } from '../../src/quirks/quirks.ts'
import { POCL, SOUND } from '../fake-binding.ts'

const DOCUMENT = readFileSync(new URL('../../../../docs/drivers.md', import.meta.url), 'utf8')
const ALL = new Set(QUIRK_TABLE.map(({ id }) => id))

describe('the quirks of a platform', () => {
  it.each([
    ['OpenCL 3.0 PoCL 3.1+debian  Linux, None+Asserts', ALL],
    ['OpenCL 3.0 PoCL 6.0  Linux', ALL],
    ['OpenCL 3.0 PoCL 7.0  Linux', new Set()],
    ['OpenCL 3.0 of no known version', ALL],
  ])('PoCL, %s', (version, expected) => {
    expect(quirksOf({ ...POCL, version })).toEqual(expected)
  })

  it('of another name are none', () => {
    expect(quirksOf(SOUND)).toEqual(new Set())
  })
})

it.each(QUIRK_TABLE)('docs/drivers.md has a row for $id', ({ id, symptom }) => {
  const row = DOCUMENT.split('\n').find((line) => line.includes(`\`${id}\``))
  expect(row).toContain(symptom)
})
