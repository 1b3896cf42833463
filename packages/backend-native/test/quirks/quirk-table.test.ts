import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { QUIRK_TABLE } from '../../src/quirks/quirk-table.ts'
import { quirksOf } from '../../src/quirks/quirks.ts'
import { POCL, SOUND } from '../support/records.ts'

const DOCUMENT = readFileSync(new URL('../../../../docs/drivers.md', import.meta.url), 'utf8')
const idsOf = (platform: string) =>
  new Set(QUIRK_TABLE.filter((quirk) => quirk.platform.test(platform)).map(({ id }) => id))
const ALL = idsOf(POCL.name)

describe('the quirks of a platform', () => {
  it.each([
    ['OpenCL 3.0 PoCL 3.1+debian  Linux, None+Asserts', ALL],
    ['OpenCL 3.0 PoCL 6.0  Linux', ALL],
    ['OpenCL 3.0 PoCL 7.0  Linux', new Set()],
    ['OpenCL 3.0 of no known version', ALL],
  ])('PoCL, %s', (version, expected) => {
    expect(quirksOf({ ...POCL, version })).toEqual(expected)
  })

  it.each(['OpenCL 3.0 CUDA 13.0.84', 'OpenCL 3.0 CUDA 99.1'])('NVIDIA, %s: in every version so far', (version) => {
    expect(quirksOf({ name: 'NVIDIA CUDA', version })).toEqual(idsOf('NVIDIA CUDA'))
    expect(idsOf('NVIDIA CUDA')).toContain('row-arrays-not-copied')
  })

  it('of another name are none', () => {
    expect(quirksOf(SOUND)).toEqual(new Set())
  })
})

it.each(QUIRK_TABLE)('docs/drivers.md has a row for $id', ({ id, symptom }) => {
  const row = DOCUMENT.split('\n').find((line) => line.includes(`\`${id}\``))
  expect(row).toContain(symptom)
})
