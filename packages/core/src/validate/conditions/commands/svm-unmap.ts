import type { ConditionTable } from '../condition.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { SVM_POINTER_NULL, SVM_SUPPORT_CONDITION, svmPointerConditions } from './svm-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const SVM_UNMAP = {
  command: 'SvmUnmap',
  function: 'clEnqueueSVMUnmap',
  conditions: [
    QUEUE_CONDITION,
    SVM_SUPPORT_CONDITION,
    SVM_POINTER_NULL,
    ...WAIT_LIST_CONDITIONS,
    ...RESOURCE_CONDITIONS,
    versionCondition('2.0'),
    ...svmPointerConditions('svm_ptr'),
    {
      id: 'svm_ptr-outstanding',
      code: 'CL_INVALID_VALUE',
      when: 'mapped is not an outstanding map of the memory from svm_ptr',
      checked: 'host',
      beyondSpec: true,
      why: 'the text asks for a pointer that was mapped without naming a code',
    },
  ],
} as const satisfies ConditionTable
