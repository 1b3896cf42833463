import { bufferAlignment, bufferContext, bufferLive, bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import { mapAccessConditions, mapConflict, mapFailure, mapFlagsCondition } from './map-conditions.ts'
import {
  BLOCKING_CONDITION,
  QUEUE_CONDITION,
  RESOURCE_CONDITIONS,
  SIZE_CONDITION,
  WAIT_LIST_CONDITIONS,
} from '../shared-conditions.ts'

export const MAP_BUFFER = {
  command: 'MapBuffer',
  function: 'clEnqueueMapBuffer',
  conditions: [
    QUEUE_CONDITION,
    bufferContext('buffer'),
    bufferLive('buffer'),
    {
      id: 'range',
      code: 'CL_INVALID_VALUE',
      when: 'size bytes from offset reach past the end of buffer, or no byte is left after offset',
      checked: 'host',
    },
    { id: 'size-zero', code: 'CL_INVALID_VALUE', when: 'size is 0', checked: 'host' },
    mapFlagsCondition('map_flags'),
    ...WAIT_LIST_CONDITIONS,
    bufferAlignment('buffer'),
    mapFailure('buffer'),
    BLOCKING_CONDITION,
    bufferStore('buffer'),
    ...mapAccessConditions('buffer'),
    mapConflict('buffer'),
    ...RESOURCE_CONDITIONS,
    SIZE_CONDITION,
  ],
} as const satisfies ConditionTable
