import { bufferStore } from '../commands/buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import {
  CONTEXT_CONDITION,
  FLAGS_CONDITION,
  FLAGS_VERSION_CONDITION,
  HOST_PTR_CONDITIONS,
  PROPERTY_CONDITIONS,
} from './creation-conditions.ts'
import { RESOURCE_CONDITIONS } from '../shared-conditions.ts'

export const CREATE_BUFFER = {
  command: 'createBuffer',
  function: 'clCreateBuffer',
  conditions: [
    CONTEXT_CONDITION,
    ...PROPERTY_CONDITIONS,
    FLAGS_CONDITION,
    { id: 'size-zero', code: 'CL_INVALID_BUFFER_SIZE', when: 'size is 0', checked: 'host' },
    {
      id: 'size-too-large',
      code: 'CL_INVALID_BUFFER_SIZE',
      when: 'size is more than any device of the context allocates at once',
      checked: 'host',
    },
    {
      id: 'size-beyond-svm',
      code: 'CL_INVALID_BUFFER_SIZE',
      when: 'host_ptr is shared virtual memory and size exceeds its allocation',
      checked: 'host',
    },
    ...HOST_PTR_CONDITIONS,
    bufferStore('buffer'),
    ...RESOURCE_CONDITIONS,
    {
      id: 'size-not-a-size',
      code: 'CL_INVALID_BUFFER_SIZE',
      when: 'size is not a whole number from 0 to 2^53 - 1',
      checked: 'host',
      beyondSpec: true,
      why: 'size_t has no other values',
    },
    {
      id: 'desc',
      code: 'CL_INVALID_VALUE',
      when: 'the description is not an object',
      checked: 'host',
      beyondSpec: true,
      why: 'untyped programs can pass anything',
    },
    FLAGS_VERSION_CONDITION,
  ],
} as const satisfies ConditionTable
