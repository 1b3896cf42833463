import { it } from 'vitest'
import type { StatusCode } from '../../src/model/status-codes.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import { expectRefusal, expectRight, type Specification } from './specification.ts'

/** What is no size: the values that untyped programs pass for a number. */
const NOT_SIZES: readonly (readonly [name: string, value: unknown])[] = [
  ['NaN', Number.NaN],
  ['-1', -1],
  ['0.5', 0.5],
  ['2^53', 2 ** 53],
  ['Infinity', Number.POSITIVE_INFINITY],
  ["the text '1'", '1'],
  ['1n', 1n],
  ['null', null],
  ['true', true],
  ['[1]', [1]],
]

export interface NumericField {
  readonly key: string
  readonly parameter: string
  /** CL_INVALID_VALUE unless given. */
  readonly code?: StatusCode
  /** Whether undefined stands for a default. */
  readonly optional?: boolean
  /** The field is an array and this the index of the number in it; the others are `rest`. */
  readonly at?: { readonly index: number; readonly rest: readonly number[] }
  /** A valid value. */
  readonly control: number
}

/** Every numeric field refuses every value that is no size. */
export const specifyNumbers = <World>(
  { table, world, base, check }: Omit<Specification<ConditionTable, World>, 'cases'>,
  fields: readonly NumericField[],
): void => {
  for (const { key, parameter, code = 'CL_INVALID_VALUE', optional = false, at, control } of fields) {
    const place = at === undefined ? key : `${key}[${at.index}]`
    const put = (value: unknown) => (at === undefined ? value : at.rest.toSpliced(at.index, 1, value as number))
    const faults = optional ? NOT_SIZES : [...NOT_SIZES, ['undefined', undefined] as const]
    it.each(faults)(`${place} refuses %s`, (_name, value) => {
      const now = world()
      expectRefusal(check({ ...base(now), [key]: put(value) }), table.command, code, parameter)
    })
    it(`${place} takes ${control}${optional ? ' and undefined' : ''}`, () => {
      const now = world()
      expectRight(check({ ...base(now), [key]: put(control) }))
      if (optional) expectRight(check({ ...base(now), [key]: undefined }))
    })
  }
}
