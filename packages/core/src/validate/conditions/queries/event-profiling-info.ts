import type { ConditionTable } from '../condition.ts'
import { PARAM_CONDITIONS, QUERY_RESOURCE_CONDITIONS } from './query-conditions.ts'

export const EVENT_PROFILING_INFO = {
  command: 'eventProfilingInfo',
  function: 'clGetEventProfilingInfo',
  conditions: [
    {
      id: 'event',
      code: 'CL_INVALID_EVENT',
      when: 'event is not one event of a live context',
      checked: 'host',
    },
    {
      id: 'queue-profiling',
      code: 'CL_PROFILING_INFO_NOT_AVAILABLE',
      when: 'the queue of the command was made without profiling',
      checked: 'host',
    },
    {
      id: 'incomplete',
      code: 'CL_PROFILING_INFO_NOT_AVAILABLE',
      when: 'the command is not complete',
      checked: 'host',
    },
    {
      id: 'user-event',
      code: 'CL_PROFILING_INFO_NOT_AVAILABLE',
      when: 'event is a user event',
      checked: 'host',
    },
    {
      id: 'svm-free',
      code: 'CL_PROFILING_INFO_NOT_AVAILABLE',
      when: 'the command is SvmFree, before version 3.0',
      checked: 'device',
      why: 'a device may leave the stamps out; where it gives them they are there',
    },
    ...PARAM_CONDITIONS,
    ...QUERY_RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
