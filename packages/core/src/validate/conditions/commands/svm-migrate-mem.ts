import type { ConditionTable } from '../condition.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, SIZE_CONDITION, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { SVM_SUPPORT_CONDITION, svmPointerConditions } from './svm-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const SVM_MIGRATE_MEM = {
  command: 'SvmMigrateMem',
  function: 'clEnqueueSVMMigrateMem',
  conditions: [
    QUEUE_CONDITION,
    SVM_SUPPORT_CONDITION,
    { id: 'svm_pointers-empty', code: 'CL_INVALID_VALUE', when: 'svm_pointers is empty', checked: 'host' },
    { id: 'svm_pointers-null', code: 'CL_INVALID_VALUE', when: 'svm_pointers is missing', checked: 'host' },
    { id: 'flags-invalid', code: 'CL_INVALID_VALUE', when: 'flags has a flag that is none', checked: 'host' },
    {
      id: 'svm_pointers-range',
      code: 'CL_INVALID_VALUE',
      when: 'a size is not 0 and so many bytes from its pointer leave the allocation',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    ...RESOURCE_CONDITIONS,
    versionCondition('2.1'),
    SIZE_CONDITION,
    ...svmPointerConditions('svm_pointers'),
    {
      id: 'svm_pointers-entry',
      code: 'CL_INVALID_VALUE',
      when: 'an entry of svm_pointers is not an SVM pointer',
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
    {
      id: 'svm_pointers-outside',
      code: 'CL_INVALID_VALUE',
      when: 'a size is 0, or there are no sizes, and the pointer is past the last byte of its allocation',
      checked: 'host',
      beyondSpec: true,
      why: 'it is no pointer into the allocation that is meant',
    },
    {
      id: 'sizes-shape',
      code: 'CL_INVALID_VALUE',
      when: 'sizes is not an array with one size for each pointer',
      checked: 'host',
      beyondSpec: true,
      why: 'C reads as many as there are pointers',
    },
  ],
} as const satisfies ConditionTable
