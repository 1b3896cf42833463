import type { ConditionTable } from '../condition.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'

export const UNMAP_MEM_OBJECT = {
  command: 'UnmapMemObject',
  function: 'clEnqueueUnmapMemObject',
  conditions: [
    QUEUE_CONDITION,
    {
      id: 'memobj-live',
      code: 'CL_INVALID_MEM_OBJECT',
      when: 'memobj is not a live buffer or image',
      checked: 'host',
    },
    {
      id: 'mapped_ptr-outstanding',
      code: 'CL_INVALID_VALUE',
      when: 'mapped is not an outstanding map of memobj',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    ...RESOURCE_CONDITIONS,
    {
      id: 'memobj-context',
      code: 'CL_INVALID_CONTEXT',
      when: 'memobj is of another context than command_queue',
      checked: 'host',
    },
  ],
} as const satisfies ConditionTable
