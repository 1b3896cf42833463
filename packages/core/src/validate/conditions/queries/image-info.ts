import type { ConditionTable } from '../condition.ts'
import { PARAM_CONDITIONS, QUERY_RESOURCE_CONDITIONS } from './query-conditions.ts'

export const IMAGE_INFO = {
  command: 'imageInfo',
  function: 'clGetImageInfo',
  conditions: [
    { id: 'image', code: 'CL_INVALID_MEM_OBJECT', when: 'image is not a live image', checked: 'host' },
    ...PARAM_CONDITIONS,
    ...QUERY_RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
