import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { Specification } from './specification.ts'

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
})

/** Whatever stands in the fields, the answer is a Left or a Right. */
export const specifyTotal = <World>({
  world,
  base,
  check,
}: Pick<Specification<ConditionTable, World>, 'world' | 'base' | 'check'>): void => {
  it('never throws, whatever stands in any one field', () => {
    const now = world()
    const valid = base(now)
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(valid)), anything, (key, value) => {
        expect(check({ ...valid, [key]: value })._tag).toMatch(/^(Left|Right)$/)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, whatever stands in all fields', () => {
    const valid = base(world())
    const fields = Object.fromEntries(
      Object.keys(valid).map((key) => [key, fc.oneof(anything, fc.constant(valid[key]))]),
    )
    fc.assert(
      fc.property(fc.record(fields), (input) => {
        expect(check(input)._tag).toMatch(/^(Left|Right)$/)
      }),
      { numRuns: 300 },
    )
  })
}
