import type { Condition } from '../condition.ts'

// Conditions of maps, under the names of what they map and of their flags.

type MapName = 'buffer' | 'image' | 'svm_ptr'
type FlagsName = 'map_flags' | 'flags'

export const mapFlagsCondition = <const Name extends FlagsName>(name: Name) =>
  ({
    id: `${name}-invalid`,
    code: 'CL_INVALID_VALUE',
    when: `${name} has a flag that is none, or WRITE_INVALIDATE_REGION beside another`,
    checked: 'host',
  }) as const satisfies Condition

/** What the flags of a memory object permit. */
export const mapAccessConditions = <const Name extends 'buffer' | 'image'>(name: Name) =>
  [
    {
      id: 'host-read-access',
      code: 'CL_INVALID_OPERATION',
      when: `map_flags has READ and ${name} was created with HOST_WRITE_ONLY or HOST_NO_ACCESS`,
      checked: 'host',
    },
    {
      id: 'host-write-access',
      code: 'CL_INVALID_OPERATION',
      when:
        `map_flags has WRITE or WRITE_INVALIDATE_REGION and ${name} was created with HOST_READ_ONLY or ` +
        'HOST_NO_ACCESS',
      checked: 'host',
    },
  ] as const satisfies readonly Condition[]

export const mapConflict = <const Name extends MapName>(name: Name) =>
  ({
    id: 'mapped-already',
    code: 'CL_INVALID_OPERATION',
    when: `an outstanding map shares bytes with the new one of ${name}, and one of the two is for writing`,
    checked: 'host',
  }) as const satisfies Condition

export const mapFailure = <const Name extends 'buffer' | 'image'>(name: Name) =>
  ({
    id: 'map-failure',
    code: 'CL_MAP_FAILURE',
    when: `the device cannot map ${name}; never for one created with USE_HOST_PTR or ALLOC_HOST_PTR`,
    checked: 'device',
    why: 'only the driver knows',
  }) as const satisfies Condition
