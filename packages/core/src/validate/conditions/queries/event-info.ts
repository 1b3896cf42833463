import type { ConditionTable } from '../condition.ts'
import { PARAM_CONDITIONS, QUERY_RESOURCE_CONDITIONS } from './query-conditions.ts'

export const EVENT_INFO = {
  command: 'eventInfo',
  function: 'clGetEventInfo',
  conditions: [
    {
      id: 'event',
      code: 'CL_INVALID_EVENT',
      when: 'event is not one event of a live context',
      checked: 'host',
    },
    ...PARAM_CONDITIONS,
    {
      id: 'param-event',
      code: 'CL_INVALID_VALUE',
      when: 'the event has no such fact',
      checked: 'not-expressible',
      why: 'every event has all of them but a queue, which is undefined for a user event',
    },
    ...QUERY_RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
