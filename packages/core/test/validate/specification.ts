import type { Either } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ClError } from '../../src/model/cl-error.ts'
import { STATUS_CODES, type StatusCode } from '../../src/model/status-codes.ts'
import type { Condition, ConditionTable, HostConditionId } from '../../src/validate/conditions/condition.ts'

/** Everything that a rule looks at, flat: the queue or context, the wait list, and the fields of the command. */
export type Input = Readonly<Record<string, unknown>>

export type Check = (input: Input) => Either<ClError, unknown>

/** A fault and its control: two inputs that differ in the one key `vary`. */
export interface Case<World> {
  readonly parameter: string
  readonly vary: string
  /** What both have, beside the base. */
  readonly given?: (world: World) => Input
  readonly fault: (world: World) => unknown
  readonly control: (world: World) => unknown
}

export const expectRefusal = (
  answer: Either<ClError, unknown>,
  command: string,
  code: StatusCode,
  parameter: string,
): void => {
  expect(answer).toMatchObject({
    _tag: 'Left',
    left: { _tag: code, status: STATUS_CODES[code], command, parameter, origin: 'validation' },
  })
  if (answer._tag === 'Left') expect(answer.left.message).toMatch(/^\S.*\.$/s)
}

export const expectRight = (answer: Either<ClError, unknown>): void => {
  expect(answer._tag === 'Left' ? answer.left : undefined).toBeUndefined()
}

/** The memory itself, not bytes that are equal. */
export const expectSameMemory = (bytes: unknown, view: ArrayBufferView): void => {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('no bytes')
  expect(Object.is(bytes.buffer, view.buffer)).toBe(true)
  expect([bytes.byteOffset, bytes.byteLength]).toEqual([view.byteOffset, view.byteLength])
}

/** The Right of an answer; a Left fails the test. */
export const rightOf = (answer: Either<ClError, unknown>): Input => {
  if (answer._tag === 'Left') throw new Error(answer.left.message)
  return answer.right as Input
}

export interface Specification<Table extends ConditionTable, World> {
  readonly table: Table
  readonly world: () => World
  /** A valid input. */
  readonly base: (world: World) => Input
  readonly check: Check
  readonly cases: Readonly<Record<HostConditionId<Table>, Case<World>>>
}

/** One test per condition that the library checks: the fault has the code and parameter, the control is valid. */
export const specifyConditions = <Table extends ConditionTable, World>({
  table,
  world,
  base,
  check,
  cases,
}: Specification<Table, World>): void => {
  const checked: readonly Condition[] = table.conditions.filter((condition) => condition.checked === 'host')
  describe(`each condition of ${table.function}`, () => {
    for (const { id, code, when } of checked) {
      const row = cases[id as HostConditionId<Table>]
      it(`${code}: ${when}`, () => {
        const now = world()
        const shared = { ...base(now), ...row.given?.(now) }
        expectRefusal(check({ ...shared, [row.vary]: row.fault(now) }), table.command, code, row.parameter)
        expectRight(check({ ...shared, [row.vary]: row.control(now) }))
      })
    }
  })
}

/** Further faults of conditions: rows with a name, as in specifyConditions. */
export const specifyFaults = <World>(
  { table, world, base, check }: Omit<Specification<ConditionTable, World>, 'cases'>,
  rows: readonly (readonly [name: string, code: StatusCode, row: Case<World>])[],
): void => {
  it.each(rows)('%s is %s', (_name, code, row) => {
    const now = world()
    const shared = { ...base(now), ...row.given?.(now) }
    expectRefusal(check({ ...shared, [row.vary]: row.fault(now) }), table.command, code, row.parameter)
    expectRight(check({ ...shared, [row.vary]: row.control(now) }))
  })
}

/** Inputs, given beside the base, that are valid. */
export const specifyLegal = <World>(
  { world, base, check }: Pick<Specification<ConditionTable, World>, 'world' | 'base' | 'check'>,
  rows: readonly (readonly [name: string, given: (world: World) => Input])[],
): void => {
  it.each(rows)('%s is legal', (_name, given) => {
    const now = world()
    expectRight(check({ ...base(now), ...given(now) }))
  })
}
