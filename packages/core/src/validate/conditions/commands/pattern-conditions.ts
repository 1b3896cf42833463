import type { Condition } from '../condition.ts'

/** Of fills with a pattern. The C text counts a missing pattern and each fault of its size. */
export const PATTERN_CONDITIONS = [
  { id: 'pattern-null', code: 'CL_INVALID_VALUE', when: 'pattern is missing', checked: 'host' },
  { id: 'pattern-empty', code: 'CL_INVALID_VALUE', when: 'pattern has no bytes', checked: 'host' },
  {
    id: 'pattern-not-power-of-two',
    code: 'CL_INVALID_VALUE',
    when: 'the number of bytes of pattern is not a power of two',
    checked: 'host',
  },
  { id: 'pattern-too-large', code: 'CL_INVALID_VALUE', when: 'pattern has more than 128 bytes', checked: 'host' },
] as const satisfies readonly Condition[]

/** As HOST_MEMORY_CONDITIONS, which are of `ptr`; the length of a pattern is its own. */
export const PATTERN_MEMORY_CONDITIONS = [
  {
    id: 'pattern-kind',
    code: 'CL_INVALID_VALUE',
    when: 'pattern is not a typed array or DataView',
    checked: 'host',
    beyondSpec: true,
    why: 'nothing else has bytes',
  },
  {
    id: 'pattern-resizable',
    code: 'CL_INVALID_VALUE',
    when: 'pattern views a resizable ArrayBuffer or a growable SharedArrayBuffer',
    checked: 'host',
    beyondSpec: true,
    why: 'the rule is the same for all host memory',
  },
  {
    id: 'pattern-detached',
    code: 'CL_INVALID_VALUE',
    when: 'pattern views a detached ArrayBuffer',
    checked: 'host',
    beyondSpec: true,
    why: 'it has no memory any more',
  },
] as const satisfies readonly Condition[]
