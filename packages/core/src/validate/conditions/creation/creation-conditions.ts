import type { Condition } from '../condition.ts'

// Conditions that several of the calls share that make objects.

export const CONTEXT_CONDITION = {
  id: 'context-live',
  code: 'CL_INVALID_CONTEXT',
  when: 'the context is released',
  checked: 'host',
} as const satisfies Condition

export const FLAGS_CONDITION = {
  id: 'flags',
  code: 'CL_INVALID_VALUE',
  when: 'flags has an unknown flag, or flags that exclude each other',
  checked: 'host',
} as const satisfies Condition

/** Of calls whose C function takes flags that came with version 1.2. */
export const FLAGS_VERSION_CONDITION = {
  id: 'flags-version',
  code: 'CL_INVALID_VALUE',
  when: 'flags has a HOST_ flag and no device of the context has version 1.2',
  checked: 'host',
  beyondSpec: true,
  why: 'before version 1.2 the flag is an unknown one',
} as const satisfies Condition

/** Of calls that also take a property list in C. */
export const PROPERTY_CONDITIONS = [
  {
    id: 'property-unknown',
    code: 'CL_INVALID_PROPERTY',
    when: 'a property is not known',
    checked: 'not-expressible',
    why: 'there is no property list',
  },
  {
    id: 'property-value',
    code: 'CL_INVALID_PROPERTY',
    when: 'the value of a property is not valid',
    checked: 'not-expressible',
    why: 'there is no property list',
  },
  {
    id: 'property-twice',
    code: 'CL_INVALID_PROPERTY',
    when: 'a property is given twice',
    checked: 'not-expressible',
    why: 'there is no property list',
  },
] as const satisfies readonly Condition[]

/** Of calls that take host memory in C. */
export const HOST_PTR_CONDITIONS = [
  {
    id: 'host-ptr-missing',
    code: 'CL_INVALID_HOST_PTR',
    when: 'host_ptr is NULL where a flag asks for one',
    checked: 'not-expressible',
    why: 'objects are not made over host memory: there is no host_ptr and no flag for it',
  },
  {
    id: 'host-ptr-unused',
    code: 'CL_INVALID_HOST_PTR',
    when: 'host_ptr is given where no flag asks for one',
    checked: 'not-expressible',
    why: 'objects are not made over host memory: there is no host_ptr and no flag for it',
  },
] as const satisfies readonly Condition[]

/** What a part may not be, given what the buffer behind it is. */
export const PARENT_FLAGS_CONDITIONS = [
  {
    id: 'parent-write-only',
    code: 'CL_INVALID_VALUE',
    when: 'the buffer behind is WRITE_ONLY and flags has READ_WRITE or READ_ONLY',
    checked: 'host',
  },
  {
    id: 'parent-read-only',
    code: 'CL_INVALID_VALUE',
    when: 'the buffer behind is READ_ONLY and flags has READ_WRITE or WRITE_ONLY',
    checked: 'host',
  },
  {
    id: 'parent-host-write-only',
    code: 'CL_INVALID_VALUE',
    when: 'the buffer behind is HOST_WRITE_ONLY and flags has HOST_READ_ONLY',
    checked: 'host',
  },
  {
    id: 'parent-host-read-only',
    code: 'CL_INVALID_VALUE',
    when: 'the buffer behind is HOST_READ_ONLY and flags has HOST_WRITE_ONLY',
    checked: 'host',
  },
  {
    id: 'parent-host-no-access',
    code: 'CL_INVALID_VALUE',
    when: 'the buffer behind is HOST_NO_ACCESS and flags has HOST_READ_ONLY or HOST_WRITE_ONLY',
    checked: 'host',
  },
  {
    id: 'parent-host-ptr',
    code: 'CL_INVALID_VALUE',
    when: 'flags has ALLOC_HOST_PTR although the bytes are those of another buffer',
    checked: 'host',
  },
] as const satisfies readonly Condition[]
