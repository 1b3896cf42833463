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

/** Of calls that take host memory. */
export const HOST_PTR_CONDITIONS = [
  {
    id: 'host-ptr-missing',
    code: 'CL_INVALID_HOST_PTR',
    when: 'flags has USE_HOST_PTR or COPY_HOST_PTR and there is no host_ptr',
    checked: 'host',
  },
  {
    id: 'host-ptr-unused',
    code: 'CL_INVALID_HOST_PTR',
    when: 'flags has neither USE_HOST_PTR nor COPY_HOST_PTR and there is a host_ptr',
    checked: 'host',
  },
  {
    id: 'host-ptr-kind',
    code: 'CL_INVALID_HOST_PTR',
    when: 'host_ptr is not a typed array or DataView',
    checked: 'host',
    beyondSpec: true,
    why: 'nothing else has bytes',
  },
  {
    id: 'host-ptr-resizable',
    code: 'CL_INVALID_HOST_PTR',
    when: 'host_ptr views a resizable ArrayBuffer or a growable SharedArrayBuffer',
    checked: 'host',
    beyondSpec: true,
    why: 'the memory could move or shrink while the object uses it',
  },
  {
    id: 'host-ptr-detached',
    code: 'CL_INVALID_HOST_PTR',
    when: 'host_ptr views a detached ArrayBuffer',
    checked: 'host',
    beyondSpec: true,
    why: 'it has no memory any more',
  },
  {
    id: 'host-ptr-too-short',
    code: 'CL_INVALID_HOST_PTR',
    when: 'host_ptr has fewer bytes than the object',
    checked: 'host',
    beyondSpec: true,
    why: 'C cannot know the length, here it is known',
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
    when: 'flags has USE_HOST_PTR, ALLOC_HOST_PTR or COPY_HOST_PTR although the bytes are those of another buffer',
    checked: 'host',
  },
] as const satisfies readonly Condition[]
