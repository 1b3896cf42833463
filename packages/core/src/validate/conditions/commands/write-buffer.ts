import { bufferAlignment, bufferContext, bufferLive, bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import {
  BLOCKING_CONDITION,
  HOST_MEMORY_CONDITIONS,
  QUEUE_CONDITION,
  RESOURCE_CONDITIONS,
  SIZE_CONDITION,
  WAIT_LIST_CONDITIONS,
} from '../shared-conditions.ts'

export const WRITE_BUFFER = {
  command: 'WriteBuffer',
  function: 'clEnqueueWriteBuffer',
  conditions: [
    QUEUE_CONDITION,
    bufferContext('buffer'),
    bufferLive('buffer'),
    {
      id: 'range',
      code: 'CL_INVALID_VALUE',
      when: 'size bytes from offset reach past the end of buffer',
      checked: 'host',
    },
    { id: 'ptr-null', code: 'CL_INVALID_VALUE', when: 'ptr is missing', checked: 'host' },
    ...WAIT_LIST_CONDITIONS,
    bufferAlignment('buffer'),
    BLOCKING_CONDITION,
    bufferStore('buffer'),
    {
      id: 'host-access',
      code: 'CL_INVALID_OPERATION',
      when: 'buffer was created with HOST_READ_ONLY or HOST_NO_ACCESS',
      checked: 'host',
    },
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
    ...HOST_MEMORY_CONDITIONS,
  ],
} as const satisfies ConditionTable
