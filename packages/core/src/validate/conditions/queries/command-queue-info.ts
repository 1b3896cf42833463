import type { ConditionTable } from '../condition.ts'
import { PARAM_CONDITIONS, QUERY_RESOURCE_CONDITIONS } from './query-conditions.ts'

export const COMMAND_QUEUE_INFO = {
  command: 'commandQueueInfo',
  function: 'clGetCommandQueueInfo',
  conditions: [
    {
      id: 'command-queue',
      code: 'CL_INVALID_COMMAND_QUEUE',
      when: 'command_queue is not a live command-queue of a live context',
      checked: 'host',
    },
    {
      id: 'command-queue-param',
      code: 'CL_INVALID_COMMAND_QUEUE',
      when: 'command_queue has no such fact',
      checked: 'not-expressible',
      why: 'there are no queues on devices, which alone have a size',
    },
    ...PARAM_CONDITIONS,
    ...QUERY_RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
