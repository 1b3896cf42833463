import type { ConditionTable } from '../condition.ts'
import { RESOURCE_CONDITIONS } from '../shared-conditions.ts'

export const SET_USER_EVENT_STATUS = {
  command: 'setUserEventStatus',
  function: 'clSetUserEventStatus',
  conditions: [
    {
      id: 'event',
      code: 'CL_INVALID_EVENT',
      when: 'event is not a user event of a live context',
      checked: 'host',
    },
    {
      id: 'status',
      code: 'CL_INVALID_VALUE',
      when: 'execution_status is neither 0 nor a negative 32-bit integer',
      checked: 'host',
    },
    { id: 'set-before', code: 'CL_INVALID_OPERATION', when: 'the status was set before', checked: 'host' },
    ...RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
