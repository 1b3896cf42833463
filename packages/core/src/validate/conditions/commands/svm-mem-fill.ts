import type { ConditionTable } from '../condition.ts'
import { PATTERN_CONDITIONS, PATTERN_MEMORY_CONDITIONS } from './pattern-conditions.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, SIZE_CONDITION, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { SVM_POINTER_NULL, SVM_RANGE_CONDITION, SVM_SUPPORT_CONDITION, svmPointerConditions } from './svm-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const SVM_MEM_FILL = {
  command: 'SvmMemFill',
  function: 'clEnqueueSVMMemFill',
  conditions: [
    QUEUE_CONDITION,
    SVM_SUPPORT_CONDITION,
    SVM_POINTER_NULL,
    {
      id: 'svm_ptr-unaligned',
      code: 'CL_INVALID_VALUE',
      when: 'svm_ptr is not aligned to the bytes of pattern, as its allocation and its offset are',
      checked: 'host',
    },
    ...PATTERN_CONDITIONS,
    {
      id: 'size-uneven',
      code: 'CL_INVALID_VALUE',
      when: 'size, or without one what is left after svm_ptr, is not a multiple of the bytes of pattern',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    ...RESOURCE_CONDITIONS,
    versionCondition('2.0'),
    SIZE_CONDITION,
    ...svmPointerConditions('svm_ptr'),
    SVM_RANGE_CONDITION,
    ...PATTERN_MEMORY_CONDITIONS,
  ],
} as const satisfies ConditionTable
