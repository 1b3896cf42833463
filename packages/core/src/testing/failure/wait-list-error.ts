/** What a command ends with whose wait list, or whose in-order predecessor, failed. */
export const WAIT_LIST_ERROR = {
  code: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST',
  status: -14,
  origin: 'execution',
} as const
