import type { ConditionTable } from '../condition.ts'
import { CONTEXT_CONDITION } from './creation-conditions.ts'
import { RESOURCE_CONDITIONS } from '../shared-conditions.ts'

export const CREATE_USER_EVENT = {
  command: 'createUserEvent',
  function: 'clCreateUserEvent',
  conditions: [
    CONTEXT_CONDITION,
    ...RESOURCE_CONDITIONS,
    {
      id: 'version',
      code: 'CL_INVALID_OPERATION',
      when: 'no device of the context has version 1.1',
      checked: 'host',
      beyondSpec: true,
      why: 'the function came with version 1.1',
    },
  ],
} as const satisfies ConditionTable
