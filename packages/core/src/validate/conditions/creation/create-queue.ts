import type { ConditionTable } from '../condition.ts'
import { CONTEXT_CONDITION } from './creation-conditions.ts'
import { RESOURCE_CONDITIONS } from '../shared-conditions.ts'

export const CREATE_QUEUE = {
  command: 'createCommandQueue',
  function: 'clCreateCommandQueueWithProperties',
  conditions: [
    CONTEXT_CONDITION,
    { id: 'device-kind', code: 'CL_INVALID_DEVICE', when: 'device is not a device', checked: 'host' },
    {
      id: 'device-context',
      code: 'CL_INVALID_DEVICE',
      when: 'device is not one of the context',
      checked: 'host',
    },
    {
      id: 'properties',
      code: 'CL_INVALID_VALUE',
      when: 'an option is not known, or neither true nor false',
      checked: 'host',
    },
    {
      id: 'properties-unsupported',
      code: 'CL_INVALID_QUEUE_PROPERTIES',
      when: 'outOfOrder is true and the device has in-order queues only',
      checked: 'host',
    },
    ...RESOURCE_CONDITIONS,
  ],
} as const satisfies ConditionTable
