import type { ConditionTable } from '../condition.ts'
import { QUEUE_CONDITION, RESOURCE_CONDITIONS, WAIT_LIST_CONDITIONS } from '../shared-conditions.ts'

export const MARKER = {
  command: 'Marker',
  function: 'clEnqueueMarkerWithWaitList',
  conditions: [QUEUE_CONDITION, ...WAIT_LIST_CONDITIONS, ...RESOURCE_CONDITIONS],
} as const satisfies ConditionTable
