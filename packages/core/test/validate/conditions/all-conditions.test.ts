import { describe, expect, it } from 'vitest'
import { ALL_CONDITIONS } from '../../../src/validate/conditions/all-conditions.ts'
import type { ConditionTable } from '../../../src/validate/conditions/condition.ts'
import { SPEC_FACTS } from './spec-facts.ts'

const fromSpec = ({ conditions }: ConditionTable) =>
  conditions.filter((condition) => condition.beyondSpec !== true && condition.partOf === undefined)

const countByCode = (table: ConditionTable): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { code } of fromSpec(table)) {
    // clSVMAlloc has no codes: it answers NULL.
    const name = table.function === 'clSVMAlloc' ? 'NULL' : code
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

describe('the conditions', () => {
  it('are those of all functions of the library', () => {
    expect(ALL_CONDITIONS.map((table) => table.function).toSorted()).toEqual(Object.keys(SPEC_FACTS).toSorted())
  })

  it.each(ALL_CONDITIONS)('of $function are as many per code as in the specification', (table) => {
    expect(countByCode(table)).toEqual(SPEC_FACTS[table.function])
  })

  it.each(ALL_CONDITIONS)('of $function have one id each', ({ conditions }) => {
    const ids = conditions.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each(ALL_CONDITIONS)(
    'of $function say why the library does not check them, or why it has them',
    ({ conditions }) => {
      const silent = conditions.filter(
        ({ checked, beyondSpec, why }) => (checked !== 'host' || beyondSpec === true) && why === undefined,
      )
      expect(silent).toEqual([])
    },
  )

  it.each(ALL_CONDITIONS)('of $function that share a sentence name a row of it', ({ conditions }) => {
    const ids = new Set(conditions.map(({ id }) => id))
    const lost = conditions.filter(({ partOf }) => partOf !== undefined && !ids.has(partOf))
    expect(lost).toEqual([])
  })

  it('are 533 of the specification', () => {
    expect(ALL_CONDITIONS.flatMap(fromSpec)).toHaveLength(533)
  })
})
