import type { Condition } from '../condition.ts'

// Conditions of commands on boxes of bytes, once per origin and side.

type Side = 'buffer' | 'host' | 'src' | 'dst'

/** `first` and `second` are the origins. The C text has one sentence for the three pointers. */
export const rectNullConditions = <const First extends Side, const Second extends Side>(first: First, second: Second) =>
  [
    { id: `${first}-origin-null`, code: 'CL_INVALID_VALUE', when: `${first}_origin is missing`, checked: 'host' },
    {
      id: `${second}-origin-null`,
      code: 'CL_INVALID_VALUE',
      when: `${second}_origin is missing`,
      checked: 'host',
      partOf: `${first}-origin-null`,
    },
    {
      id: 'region-null',
      code: 'CL_INVALID_VALUE',
      when: 'region is missing',
      checked: 'host',
      partOf: `${first}-origin-null`,
    },
  ] as const satisfies readonly Condition[]

export const REGION_ZERO_CONDITION = {
  id: 'region-zero',
  code: 'CL_INVALID_VALUE',
  when: 'a component of region is 0',
  checked: 'host',
} as const satisfies Condition

export const rectOutside = <const Name extends Side>(side: Name, buffer: string) =>
  ({
    id: `${side}-box-outside`,
    code: 'CL_INVALID_VALUE',
    when: `the box from ${side}_origin with the pitches of its side reaches past the end of ${buffer}`,
    checked: 'host',
  }) as const satisfies Condition

/** Pitches that are 0 count as what they stand for. */
export const rectPitchConditions = <const Name extends Side>(side: Name) =>
  [
    {
      id: `${side}-row-pitch-too-small`,
      code: 'CL_INVALID_VALUE',
      when: `${side}_row_pitch is not 0 and less than region[0]`,
      checked: 'host',
    },
    {
      id: `${side}-slice-pitch-too-small`,
      code: 'CL_INVALID_VALUE',
      when: `${side}_slice_pitch is not 0 and less than region[1] rows of the row pitch in force`,
      checked: 'host',
    },
    {
      id: `${side}-slice-pitch-uneven`,
      code: 'CL_INVALID_VALUE',
      when: `${side}_slice_pitch is not 0 and not a multiple of the row pitch in force`,
      checked: 'host',
    },
  ] as const satisfies readonly Condition[]
