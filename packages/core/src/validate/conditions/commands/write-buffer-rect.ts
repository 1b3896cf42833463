import { bufferAlignment, bufferContext, bufferLive, bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import { rectNullConditions, rectOutside, rectPitchConditions, REGION_ZERO_CONDITION } from './rect-conditions.ts'
import {
  BLOCKING_CONDITION,
  HOST_MEMORY_CONDITIONS,
  QUEUE_CONDITION,
  RESOURCE_CONDITIONS,
  SIZE_CONDITION,
  WAIT_LIST_CONDITIONS,
} from '../shared-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const WRITE_BUFFER_RECT = {
  command: 'WriteBufferRect',
  function: 'clEnqueueWriteBufferRect',
  conditions: [
    QUEUE_CONDITION,
    bufferContext('buffer'),
    bufferLive('buffer'),
    ...rectNullConditions('buffer', 'host'),
    rectOutside('buffer', 'buffer'),
    REGION_ZERO_CONDITION,
    ...rectPitchConditions('buffer'),
    ...rectPitchConditions('host'),
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
    versionCondition('1.1'),
    SIZE_CONDITION,
    ...HOST_MEMORY_CONDITIONS,
  ],
} as const satisfies ConditionTable
