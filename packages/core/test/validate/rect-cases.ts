import { describe, expect, it } from 'vitest'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { CommandWorld } from './command-world.ts'
import { prefixed } from './prefixed-cases.ts'
import { expectRefusal, type Case, type Input, type Specification } from './specification.ts'

/** One side of a command on boxes of bytes, as parameters are named, and what gives it room. */
export interface RectSide<Name extends string> {
  readonly name: Name
  /** Fields that make its memory so many bytes. */
  readonly room: (world: CommandWorld, bytes: number) => Input
  /** The parameter at fault where the box does not fit although its origin is inside. */
  readonly outside: string
}

const keyOf = (name: string, rest: string) => `${name}${rest}`
const BOX = [4, 3, 2]

/** The cases of the pitches of one side; the base is any valid command. */
export const rectPitchCases = <const Name extends string>({ name, room }: RectSide<Name>) => {
  const given = (world: CommandWorld) => ({ ...room(world, 4096), region: BOX })
  const row = { parameter: `${name}_row_pitch`, given, vary: keyOf(name, 'RowPitch') }
  const slice = { parameter: `${name}_slice_pitch`, vary: keyOf(name, 'SlicePitch') }
  const withRow = (world: CommandWorld) => ({ ...given(world), [keyOf(name, 'RowPitch')]: 5 })
  return prefixed(name, {
    'row-pitch-too-small': { ...row, fault: () => 3, control: () => 4 },
    'slice-pitch-too-small': { ...slice, given: withRow, fault: () => 10, control: () => 15 },
    'slice-pitch-uneven': { ...slice, given: withRow, fault: () => 19, control: () => 20 },
  })
}

/** The cases of missing triples and of an empty region. */
export const tripleCases = <const First extends string, const Second extends string>(first: First, second: Second) => {
  const missing = (parameter: string, vary: string, least: 0 | 1): Case<CommandWorld> => ({
    parameter,
    vary,
    fault: () => undefined,
    control: () => [least],
  })
  return {
    ...prefixed(first, { 'origin-null': missing(`${first}_origin`, keyOf(first, 'Origin'), 0) }),
    ...prefixed(second, { 'origin-null': missing(`${second}_origin`, keyOf(second, 'Origin'), 0) }),
    'region-null': missing('region', 'region', 1),
    'region-zero': {
      parameter: 'region',
      vary: 'region',
      fault: () => [4, 0, 1],
      control: () => [4, 1, 1],
    } satisfies Case<CommandWorld>,
  }
}

interface Layout {
  readonly origin: readonly number[]
  readonly region: readonly number[]
  readonly row: number
  readonly slice: number
  /** By the rules of the specification: the pitches in force, and one past the last byte. */
  readonly effective: readonly [row: number, slice: number]
  readonly end: number
}

const layout = (
  [origin, region]: readonly [readonly number[], readonly number[]],
  [row, slice]: readonly [number, number],
  effective: readonly [number, number],
  end: number,
): Layout => ({ origin, region, row, slice, effective, end })

const LAYOUTS: readonly Layout[] = [
  layout([[0], [5]], [0, 0], [5, 5], 5),
  layout([[3], [5]], [0, 0], [5, 5], 8),
  layout(
    [
      [0, 0, 0],
      [5, 3, 2],
    ],
    [0, 0],
    [5, 15],
    30,
  ),
  layout([[0], [5, 3]], [8, 0], [8, 24], 21),
  layout(
    [
      [1, 2],
      [5, 3],
    ],
    [8, 0],
    [8, 24],
    38,
  ),
  layout(
    [
      [1, 2, 3],
      [5, 3, 2],
    ],
    [8, 0],
    [8, 24],
    134,
  ),
  layout(
    [
      [1, 2, 3],
      [5, 3, 2],
    ],
    [8, 32],
    [8, 32],
    166,
  ),
  layout(
    [
      [1, 2, 3],
      [5, 3, 2],
    ],
    [0, 20],
    [5, 20],
    106,
  ),
]

/** What the pitches of one side mean, and how far the box reaches. */
export const specifyRectSide = <Name extends string>(
  { world, base, check, table }: Omit<Specification<ConditionTable, CommandWorld>, 'cases'>,
  { name, room, outside }: RectSide<Name>,
): void => {
  const fields = { origin: keyOf(name, 'Origin'), row: keyOf(name, 'RowPitch'), slice: keyOf(name, 'SlicePitch') }

  describe.each(LAYOUTS)(`${name}: $region from $origin with pitches $row and $slice`, (of) => {
    const input = (bytes: number): Input => {
      const now = world()
      const box = { [fields.origin]: of.origin, region: of.region, [fields.row]: of.row, [fields.slice]: of.slice }
      return { ...base(now), ...box, ...room(now, bytes) }
    }
    it(`means ${of.effective.join(' and ')} and needs ${of.end} bytes`, () => {
      const [row, slice] = of.effective
      expect(check(input(of.end))).toMatchObject({ right: { [fields.row]: row, [fields.slice]: slice } })
      expectRefusal(check(input(of.end - 1)), table.command, 'CL_INVALID_VALUE', outside)
    })
  })

  it(`${name}: pitches and origins near 2^53 do not wrap`, () => {
    const huge = Number.MAX_SAFE_INTEGER
    const now = world()
    const shared = { ...base(now), ...room(now, 64), region: [4, 1, 1] }
    expect(check({ ...shared, [fields.row]: huge, [fields.slice]: huge })).toMatchObject({
      right: { [fields.row]: huge, [fields.slice]: huge },
    })
    const rows = { region: [4, 2, 1], [fields.row]: huge }
    const slices = { region: [4, 1, 2], [fields.slice]: huge - (huge % 4) }
    expectRefusal(check({ ...shared, ...rows }), table.command, 'CL_INVALID_VALUE', outside)
    expectRefusal(check({ ...shared, ...slices }), table.command, 'CL_INVALID_VALUE', outside)
    expectRefusal(check({ ...shared, region: [huge] }), table.command, 'CL_INVALID_VALUE', 'region')
    const parameter = outside === 'region' ? `${name}_origin` : outside
    for (const origin of [[huge], [0, huge], [0, 0, huge]])
      expectRefusal(
        check({ ...shared, [fields.row]: 8, [fields.origin]: origin }),
        table.command,
        'CL_INVALID_VALUE',
        parameter,
      )
  })
}

/** The numbers of one side for the number sweep. */
export const rectNumbers = (name: string) => [
  ...[0, 1, 2].map((index) => ({
    key: keyOf(name, 'Origin'),
    parameter: `${name}_origin`,
    at: { index, rest: [0, 0, 0] },
    control: 1,
  })),
  { key: keyOf(name, 'RowPitch'), parameter: `${name}_row_pitch`, control: 8 },
  { key: keyOf(name, 'SlicePitch'), parameter: `${name}_slice_pitch`, control: 12 },
]

/** Those of the region. */
export const REGION_NUMBERS = [0, 1, 2].map((index) => ({
  key: 'region',
  parameter: 'region',
  at: { index, rest: [1, 1, 1] },
  control: 2,
}))

const NO_TRIPLES = [
  ['no number', []],
  ['four numbers', [1, 1, 1, 1]],
  ['a typed array', new Uint32Array([1, 1, 1])],
  ['null', null],
] as const

/** What is no triple; `control` is a valid one. */
export const tripleFaults = (
  parameter: string,
  vary: string,
  control: readonly number[],
): readonly (readonly [string, 'CL_INVALID_VALUE', Case<CommandWorld>])[] =>
  NO_TRIPLES.map(([name, value]) => [
    `${parameter}: ${name},`,
    'CL_INVALID_VALUE',
    { parameter, vary, fault: () => value, control: () => control },
  ])
