import { bufferStore } from '../commands/buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import { FLAGS_CONDITION, FLAGS_VERSION_CONDITION, PARENT_FLAGS_CONDITIONS } from './creation-conditions.ts'
import { RESOURCE_CONDITIONS } from '../shared-conditions.ts'

export const CREATE_SUB_BUFFER = {
  command: 'createSubBuffer',
  function: 'clCreateSubBuffer',
  conditions: [
    { id: 'buffer-live', code: 'CL_INVALID_MEM_OBJECT', when: 'buffer is not a live buffer', checked: 'host' },
    { id: 'buffer-part', code: 'CL_INVALID_MEM_OBJECT', when: 'buffer is itself a sub-buffer', checked: 'host' },
    ...PARENT_FLAGS_CONDITIONS,
    {
      id: 'create-type',
      code: 'CL_INVALID_VALUE',
      when: 'buffer_create_type is not known',
      checked: 'not-expressible',
      why: 'there is one kind of part, a region',
    },
    {
      id: 'create-info-null',
      code: 'CL_INVALID_VALUE',
      when: 'the region is missing or no object',
      checked: 'host',
    },
    {
      id: 'create-info-content',
      code: 'CL_INVALID_VALUE',
      when: 'origin or size of the region is not a whole number from 0 to 2^53 - 1',
      checked: 'host',
    },
    { id: 'range', code: 'CL_INVALID_VALUE', when: 'the region reaches past the end of buffer', checked: 'host' },
    { id: 'size-zero', code: 'CL_INVALID_BUFFER_SIZE', when: 'the size of the region is 0', checked: 'host' },
    {
      id: 'misaligned',
      code: 'CL_MISALIGNED_SUB_BUFFER_OFFSET',
      when: 'origin is a multiple of the memory alignment of no device of the context',
      checked: 'host',
    },
    bufferStore('sub_buffer'),
    ...RESOURCE_CONDITIONS,
    { ...FLAGS_CONDITION, beyondSpec: true, why: 'clCreateBuffer has this rule for its flags' },
    FLAGS_VERSION_CONDITION,
    {
      id: 'version',
      code: 'CL_INVALID_OPERATION',
      when: 'no device of the context has version 1.1',
      checked: 'host',
      beyondSpec: true,
      why: 'the function came with version 1.1',
    },
  ],
} as const satisfies ConditionTable
