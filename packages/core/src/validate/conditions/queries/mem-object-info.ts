import type { ConditionTable } from '../condition.ts'
import { PARAM_CONDITIONS, QUERY_RESOURCE_CONDITIONS } from './query-conditions.ts'

export const MEM_OBJECT_INFO = {
  command: 'memObjectInfo',
  function: 'clGetMemObjectInfo',
  conditions: [
    {
      id: 'memobj',
      code: 'CL_INVALID_MEM_OBJECT',
      when: 'memobj is not a live buffer or image',
      checked: 'host',
    },
    ...PARAM_CONDITIONS,
    ...QUERY_RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
