import type { Condition } from '../condition.ts'

// Conditions of commands on shared virtual memory, beside the copy.

export const SVM_SUPPORT_CONDITION = {
  id: 'svm-support',
  code: 'CL_INVALID_OPERATION',
  when: "the queue's device has no shared virtual memory",
  checked: 'host',
} as const satisfies Condition

export const SVM_POINTER_NULL = {
  id: 'svm_ptr-null',
  code: 'CL_INVALID_VALUE',
  when: 'svm_ptr is not an SVM pointer',
  checked: 'host',
} as const satisfies Condition

/** What this library asks of a pointer, or of each of several. */
export const svmPointerConditions = <const Name extends 'svm_ptr' | 'svm_pointers'>(name: Name) =>
  [
    {
      id: `${name}-freed`,
      code: 'CL_INVALID_VALUE',
      when: `${name} ${name === 'svm_ptr' ? 'points' : 'has a pointer'} into an allocation that is freed`,
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
    {
      id: `${name}-context`,
      code: 'CL_INVALID_CONTEXT',
      when:
        `${name} ${name === 'svm_ptr' ? 'points' : 'has a pointer'} into an allocation of another context than ` +
        'command_queue',
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
  ] as const satisfies readonly Condition[]

export const SVM_RANGE_CONDITION = {
  id: 'svm_ptr-range',
  code: 'CL_INVALID_VALUE',
  when: 'size bytes from svm_ptr reach past the end of its allocation',
  checked: 'host',
  beyondSpec: true,
  why: 'in C the behaviour is undefined',
} as const satisfies Condition
