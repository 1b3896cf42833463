import type { Condition, ConditionTable } from '../condition.ts'
import {
  BLOCKING_CONDITION,
  QUEUE_CONDITION,
  RESOURCE_CONDITIONS,
  SIZE_CONDITION,
  WAIT_LIST_CONDITIONS,
} from '../shared-conditions.ts'

/** What this library asks of either place, beyond the specification. */
const placeConditions = <const Name extends 'dst_ptr' | 'src_ptr'>(name: Name) =>
  [
    {
      id: `${name}-freed`,
      code: 'CL_INVALID_VALUE',
      when: `${name} points into an allocation that is freed`,
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
    {
      id: `${name}-context`,
      code: 'CL_INVALID_CONTEXT',
      when: `${name} points into an allocation of another context than command_queue`,
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
    {
      id: `${name}-range`,
      code: 'CL_INVALID_VALUE',
      when: `size bytes from ${name} reach past the end of its memory`,
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
    {
      id: `${name}-resizable`,
      code: 'CL_INVALID_VALUE',
      when: `${name} views a resizable ArrayBuffer or a growable SharedArrayBuffer`,
      checked: 'host',
      beyondSpec: true,
      why: 'the memory could move or shrink while the command runs',
    },
    {
      id: `${name}-detached`,
      code: 'CL_INVALID_VALUE',
      when: `${name} views a detached ArrayBuffer`,
      checked: 'host',
      beyondSpec: true,
      why: 'it has no memory any more',
    },
  ] as const satisfies readonly Condition[]

export const SVM_MEMCPY = {
  command: 'SvmMemcpy',
  function: 'clEnqueueSVMMemcpy',
  conditions: [
    QUEUE_CONDITION,
    {
      id: 'svm-support',
      code: 'CL_INVALID_OPERATION',
      when: "the queue's device has no shared virtual memory",
      checked: 'host',
    },
    {
      id: 'dst_ptr-null',
      code: 'CL_INVALID_VALUE',
      when: 'dst_ptr is neither an SVM pointer nor host memory',
      checked: 'host',
    },
    {
      id: 'src_ptr-null',
      code: 'CL_INVALID_VALUE',
      when: 'src_ptr is neither an SVM pointer nor host memory',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    BLOCKING_CONDITION,
    {
      id: 'overlap',
      code: 'CL_MEM_COPY_OVERLAP',
      when: 'size bytes from src_ptr and from dst_ptr have a byte in common',
      checked: 'host',
    },
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
    ...placeConditions('dst_ptr'),
    ...placeConditions('src_ptr'),
  ],
} as const satisfies ConditionTable
