import type { MapFlag } from '../../src/model/map-flag.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { CommandWorld } from './command-world.ts'
import { specifyFaults, specifyLegal, type Specification } from './specification.ts'

const FAULTS: readonly (readonly [name: string, fault: unknown, control: readonly MapFlag[]])[] = [
  ['an unknown flag', ['READ', 'EXECUTE'], ['READ']],
  ['a C constant', ['CL_MAP_READ'], ['READ']],
  ['WRITE_INVALIDATE_REGION beside READ', ['WRITE_INVALIDATE_REGION', 'READ'], ['WRITE_INVALIDATE_REGION']],
  ['WRITE_INVALIDATE_REGION beside WRITE', ['WRITE', 'WRITE_INVALIDATE_REGION'], ['WRITE', 'READ']],
  ['text', 'READ', ['READ']],
  ['a number', 1, ['READ']],
  ['null', null, []],
  ['a set', new Set(['READ']), ['READ']],
  ['a hole', Array(1), []],
  ['undefined', undefined, []],
]

/** What every map says of flags; `key` is the field. */
export const specifyMapFlags = (
  spec: Omit<Specification<ConditionTable, CommandWorld>, 'cases'>,
  key: string,
  parameter: string,
): void => {
  specifyFaults(
    spec,
    FAULTS.map(([name, fault, control]) => [
      `${name} as ${parameter}`,
      'CL_INVALID_VALUE',
      { parameter, vary: key, fault: () => fault, control: () => control },
    ]),
  )
  specifyLegal(spec, [
    ['no flag', () => ({ [key]: [] })],
    ['a flag twice', () => ({ [key]: ['READ', 'READ'] })],
    ['READ with WRITE', () => ({ [key]: ['WRITE', 'READ'] })],
  ])
}

/** The flags of two maps, and whether the two may share bytes. */
export const SHARING: readonly (readonly [had: readonly MapFlag[], asked: readonly MapFlag[], mayShare: boolean])[] = [
  [['READ'], ['READ'], true],
  [['READ'], [], true],
  [[], ['READ'], true],
  [[], [], true],
  [['READ'], ['WRITE'], false],
  [['WRITE'], ['READ'], false],
  [['WRITE'], ['WRITE'], false],
  [['READ'], ['WRITE_INVALIDATE_REGION'], false],
  [['WRITE_INVALIDATE_REGION'], ['READ'], false],
  [['READ', 'WRITE'], [], false],
  [[], ['READ', 'WRITE'], false],
]
