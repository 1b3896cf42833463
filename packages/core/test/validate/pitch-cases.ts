import { describe, expect, it } from 'vitest'
import type { ImageType } from '../../src/model/image-type.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import type { CommandWorld } from './command-world.ts'
import { imageOf } from './objects.ts'
import { expectRefusal, expectRight, type Case, type Specification } from './specification.ts'

/** The names of the pitches of a command, as parameters and as fields. */
export interface PitchNames {
  readonly row: string
  readonly rowKey: string
  readonly slice: string
  readonly sliceKey: string
}

/** The cases of the conditions of the pitches. Its base is a box of [4, 4] of a 2D image of 4 bytes per pixel. */
export const pitchCases = ({ row, rowKey, slice, sliceKey }: PitchNames) =>
  ({
    'slice-pitch-unused': { parameter: slice, vary: sliceKey, fault: () => 64, control: () => 0 },
    'row-pitch-too-small': {
      parameter: row,
      given: () => ({ ptr: new Uint8Array(4096) }),
      vary: rowKey,
      fault: () => 15,
      control: () => 16,
    },
    'slice-pitch-too-small': {
      parameter: slice,
      given: ({ here }) => ({ image: imageOf(here, '3D'), ptr: new Uint8Array(4096), [rowKey]: 20 }),
      vary: sliceKey,
      fault: () => 79,
      control: () => 80,
    },
  }) as const satisfies Record<string, Case<CommandWorld>>

interface Layout {
  readonly type: ImageType
  readonly region: readonly number[]
  readonly row: number
  readonly slice: number
  /** The pitches in force, and the fewest bytes of host memory, from the rules of the specification. */
  readonly effectiveRow: number
  readonly effectiveSlice: number
  readonly span: number
}

const layout = (
  type: ImageType,
  region: readonly number[],
  [row, slice]: readonly [number, number],
  [effectiveRow, effectiveSlice, span]: readonly [number, number, number],
): Layout => ({ type, region, row, slice, effectiveRow, effectiveSlice, span })

const LAYOUTS: readonly Layout[] = [
  layout('1D', [5], [0, 0], [20, 20, 20]),
  layout('1D', [5], [32, 0], [32, 32, 20]),
  layout('1D_BUFFER', [5], [0, 0], [20, 20, 20]),
  layout('1D_ARRAY', [5, 3], [0, 0], [20, 20, 60]),
  layout('1D_ARRAY', [5, 3], [32, 0], [32, 32, 84]),
  layout('1D_ARRAY', [5, 3], [24, 32], [24, 32, 84]),
  layout('2D', [5, 3], [0, 0], [20, 60, 60]),
  layout('2D', [5, 3], [32, 0], [32, 96, 84]),
  layout('2D_ARRAY', [5, 3, 2], [0, 0], [20, 60, 120]),
  layout('2D_ARRAY', [5, 3, 2], [32, 0], [32, 96, 180]),
  layout('2D_ARRAY', [5, 3, 2], [32, 100], [32, 100, 184]),
  layout('3D', [5, 3, 2], [0, 0], [20, 60, 120]),
  layout('3D', [5, 3, 2], [0, 64], [20, 64, 124]),
]

/** What the pitches mean for each type of image, and how much host memory they need. */
export const specifyPitches = (
  { world, base, check, table }: Omit<Specification<ConditionTable, CommandWorld>, 'cases'>,
  { rowKey, slice, sliceKey }: PitchNames,
): void => {
  describe.each(LAYOUTS)('$type $region with pitches $row and $slice', (of) => {
    const input = (ptr: Uint8Array) => {
      const now = world()
      return {
        ...base(now),
        image: imageOf(now.here, of.type),
        region: of.region,
        [rowKey]: of.row,
        [sliceKey]: of.slice,
        ptr,
      }
    }
    it(`means ${of.effectiveRow} and ${of.effectiveSlice}`, () => {
      expect(check(input(new Uint8Array(of.span)))).toMatchObject({
        right: { [rowKey]: of.effectiveRow, [sliceKey]: of.effectiveSlice },
      })
    })
    it(`needs ${of.span} bytes`, () => {
      expectRight(check(input(new Uint8Array(of.span))))
      expectRefusal(check(input(new Uint8Array(of.span - 1))), table.command, 'CL_INVALID_VALUE', 'ptr')
    })
  })

  it.each([
    ['1D', [5]],
    ['1D_BUFFER', [5]],
    ['2D', [5, 3]],
  ] as const)('%s has no slices', (type, region) => {
    const now = world()
    const shared = { ...base(now), image: imageOf(now.here, type), region, ptr: new Uint8Array(4096), [rowKey]: 20 }
    expectRefusal(check({ ...shared, [sliceKey]: 60 }), table.command, 'CL_INVALID_VALUE', slice)
    expectRight(check({ ...shared, [sliceKey]: 0 }))
  })

  it('a pitch near 2^53 does not wrap', () => {
    const now = world()
    const shared = { ...base(now), image: imageOf(now.here, '3D'), region: [4, 2, 2], ptr: new Uint8Array(4096) }
    const huge = Number.MAX_SAFE_INTEGER
    expectRefusal(check({ ...shared, [rowKey]: huge }), table.command, 'CL_INVALID_VALUE', 'ptr')
    expectRefusal(check({ ...shared, [sliceKey]: huge }), table.command, 'CL_INVALID_VALUE', 'ptr')
    expectRight(check({ ...shared, region: [4, 1, 1], [rowKey]: huge, [sliceKey]: huge }))
  })
}
