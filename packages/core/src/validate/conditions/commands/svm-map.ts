import type { ConditionTable } from '../condition.ts'
import { mapConflict, mapFlagsCondition } from './map-conditions.ts'
import {
  BLOCKING_CONDITION,
  QUEUE_CONDITION,
  RESOURCE_CONDITIONS,
  SIZE_CONDITION,
  WAIT_LIST_CONDITIONS,
} from '../shared-conditions.ts'
import { SVM_POINTER_NULL, SVM_RANGE_CONDITION, SVM_SUPPORT_CONDITION, svmPointerConditions } from './svm-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const SVM_MAP = {
  command: 'SvmMap',
  function: 'clEnqueueSVMMap',
  conditions: [
    QUEUE_CONDITION,
    SVM_SUPPORT_CONDITION,
    SVM_POINTER_NULL,
    { id: 'size-zero', code: 'CL_INVALID_VALUE', when: 'size is 0', checked: 'host' },
    mapFlagsCondition('flags'),
    ...WAIT_LIST_CONDITIONS,
    BLOCKING_CONDITION,
    ...RESOURCE_CONDITIONS,
    versionCondition('2.0'),
    SIZE_CONDITION,
    ...svmPointerConditions('svm_ptr'),
    SVM_RANGE_CONDITION,
    {
      ...mapConflict('svm_ptr'),
      beyondSpec: true,
      why: 'the text has no rule for shared virtual memory; that of buffers holds',
    },
  ],
} as const satisfies ConditionTable
