import type { ConditionTable } from '../condition.ts'
import { CONTEXT_CONDITION } from './creation-conditions.ts'

/** The C function answers NULL in each of these cases; the codes are this library's. */
export const SVM_ALLOC = {
  command: 'svmAlloc',
  function: 'clSVMAlloc',
  conditions: [
    CONTEXT_CONDITION,
    {
      id: 'svm-support',
      code: 'CL_INVALID_OPERATION',
      when: 'no device of the context has shared virtual memory',
      checked: 'host',
      partOf: 'context-live',
    },
    {
      id: 'atomics-without-fine-grain',
      code: 'CL_INVALID_VALUE',
      when: 'flags has SVM_ATOMICS without SVM_FINE_GRAIN_BUFFER',
      checked: 'host',
    },
    {
      id: 'flags-exclusive',
      code: 'CL_INVALID_VALUE',
      when: 'flags has more than one of READ_WRITE, READ_ONLY and WRITE_ONLY',
      checked: 'host',
    },
    {
      id: 'fine-grain-unsupported',
      code: 'CL_INVALID_OPERATION',
      when: 'flags has SVM_FINE_GRAIN_BUFFER and a device of the context does not support it',
      checked: 'host',
    },
    {
      id: 'atomics-unsupported',
      code: 'CL_INVALID_OPERATION',
      when: 'flags has SVM_ATOMICS and a device of the context does not support it',
      checked: 'host',
      partOf: 'fine-grain-unsupported',
    },
    {
      id: 'flags-unknown',
      code: 'CL_INVALID_VALUE',
      when: 'flags is no array of flags for shared virtual memory',
      checked: 'host',
    },
    {
      id: 'size',
      code: 'CL_INVALID_BUFFER_SIZE',
      when: 'size is 0, no size, or more than some device of the context allocates at once',
      checked: 'host',
    },
    {
      id: 'alignment',
      code: 'CL_INVALID_VALUE',
      when: 'alignment is neither 0 nor a power of two',
      checked: 'host',
    },
    {
      id: 'alignment-unsupported',
      code: 'CL_MEM_OBJECT_ALLOCATION_FAILURE',
      when: 'a device of the context does not support the alignment',
      checked: 'device',
      why: 'no query tells which alignments a device supports',
      partOf: 'alignment',
    },
    {
      id: 'store',
      code: 'CL_MEM_OBJECT_ALLOCATION_FAILURE',
      when: 'the device or the host has not the resources that the call needs',
      checked: 'device',
      why: 'only the driver knows',
    },
    {
      id: 'desc',
      code: 'CL_INVALID_VALUE',
      when: 'the description is not an object',
      checked: 'host',
      beyondSpec: true,
      why: 'untyped programs can pass anything',
    },
  ],
} as const satisfies ConditionTable
