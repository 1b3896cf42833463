import { bufferStore } from './buffer-conditions.ts'
import type { ConditionTable } from '../condition.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'
import { versionCondition } from '../version-condition.ts'

export const MIGRATE_MEM_OBJECTS = {
  command: 'MigrateMemObjects',
  function: 'clEnqueueMigrateMemObjects',
  conditions: [
    QUEUE_CONDITION,
    {
      id: 'mem_objects-context',
      code: 'CL_INVALID_CONTEXT',
      when: 'an entry of mem_objects is of another context than command_queue',
      checked: 'host',
    },
    {
      id: 'mem_objects-live',
      code: 'CL_INVALID_MEM_OBJECT',
      when: 'an entry of mem_objects is not a live buffer or image',
      checked: 'host',
    },
    { id: 'mem_objects-empty', code: 'CL_INVALID_VALUE', when: 'mem_objects is empty', checked: 'host' },
    { id: 'mem_objects-null', code: 'CL_INVALID_VALUE', when: 'mem_objects is missing', checked: 'host' },
    {
      id: 'flags-invalid',
      code: 'CL_INVALID_VALUE',
      when: 'flags has a flag that is none',
      checked: 'host',
    },
    ...WAIT_LIST_CONDITIONS,
    bufferStore('mem_objects'),
    ...RESOURCE_CONDITIONS,
    versionCondition('1.2'),
    {
      id: 'mem_objects-misaligned',
      code: 'CL_MISALIGNED_SUB_BUFFER_OFFSET',
      when:
        'an entry of mem_objects is a sub-buffer whose origin is not a multiple of the memory alignment of the ' +
        "queue's device",
      checked: 'host',
      beyondSpec: true,
      why: 'no command of that device may use it, and the text names the code for those',
    },
  ],
} as const satisfies ConditionTable
