import { expect, it } from 'vitest'
import type { StatusCode } from '../../src/model/status-codes.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import { expectRefusal, expectRight, type Input, type Specification } from './specification.ts'

/** What is reported, and what is then put right. */
export type OrderStep = readonly [code: StatusCode, parameter: string, fix: Input]

/**
 * An input with every fault at once: each fix reveals the next code, the last one leaves a valid input. A fix may put
 * another fault in place of the one it removes where both are of one field.
 */
export const specifyOrder = <World>(
  { table, world, check }: Pick<Specification<ConditionTable, World>, 'table' | 'world' | 'check'>,
  worst: (world: World) => Input,
  steps: (world: World) => readonly OrderStep[],
): void => {
  it('reports several faults in the fixed order', () => {
    const now = world()
    const input: Record<string, unknown> = { ...worst(now) }
    for (const [code, parameter, fix] of steps(now)) {
      expectRefusal(check(input), table.command, code, parameter)
      for (const key of Object.keys(fix)) expect(Object.is(fix[key], input[key]), `${key} is fixed`).toBe(false)
      Object.assign(input, fix)
    }
    expectRight(check(input))
  })
}
