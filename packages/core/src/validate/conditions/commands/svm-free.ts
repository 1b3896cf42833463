import type { ConditionTable } from '../condition.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { SVM_SUPPORT_CONDITION, svmPointerConditions } from './svm-conditions.ts'
import { versionCondition } from '../version-condition.ts'

const [WAIT_LIST_CONTEXT, ...WAIT_LIST_ENTRIES] = WAIT_LIST_CONDITIONS

export const SVM_FREE = {
  command: 'SvmFree',
  function: 'clEnqueueSVMFree',
  conditions: [
    QUEUE_CONDITION,
    SVM_SUPPORT_CONDITION,
    { id: 'svm_pointers-empty', code: 'CL_INVALID_VALUE', when: 'svm_pointers is empty', checked: 'host' },
    { id: 'svm_pointers-null', code: 'CL_INVALID_VALUE', when: 'svm_pointers is missing', checked: 'host' },
    ...WAIT_LIST_ENTRIES,
    ...RESOURCE_CONDITIONS,
    versionCondition('2.0'),
    {
      ...WAIT_LIST_CONTEXT,
      beyondSpec: true,
      why: 'the text names the code for every other command with a wait list',
    },
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
      id: 'svm_pointers-inside',
      code: 'CL_INVALID_VALUE',
      when: 'an entry of svm_pointers is not at the first byte of its allocation',
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
    {
      id: 'svm_pointers-twice',
      code: 'CL_INVALID_VALUE',
      when: 'an allocation stands in svm_pointers twice',
      checked: 'host',
      beyondSpec: true,
      why: 'in C the behaviour is undefined',
    },
    {
      id: 'svm_pointers-mapped',
      code: 'CL_INVALID_VALUE',
      when: 'an allocation of svm_pointers has an outstanding map',
      checked: 'host',
      beyondSpec: true,
      why: 'its memory would be gone while the host looks at it',
    },
  ],
} as const satisfies ConditionTable
