import { bufferAlignment, bufferContext, bufferLive, bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import { PATTERN_CONDITIONS, PATTERN_MEMORY_CONDITIONS } from './pattern-conditions.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, SIZE_CONDITION, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const FILL_BUFFER = {
  command: 'FillBuffer',
  function: 'clEnqueueFillBuffer',
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
    ...PATTERN_CONDITIONS,
    {
      id: 'offset-uneven',
      code: 'CL_INVALID_VALUE',
      when: 'offset is not a multiple of the bytes of pattern',
      checked: 'host',
    },
    {
      id: 'size-uneven',
      code: 'CL_INVALID_VALUE',
      when: 'size, or without one what is left after offset, is not a multiple of the bytes of pattern',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    bufferAlignment('buffer'),
    bufferStore('buffer'),
    ...RESOURCE_CONDITIONS,
    versionCondition('1.2'),
    SIZE_CONDITION,
    ...PATTERN_MEMORY_CONDITIONS,
  ],
} as const satisfies ConditionTable
