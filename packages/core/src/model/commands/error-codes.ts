/** What every command may be refused for. */
export type QueueAndWaitListCode = 'CL_INVALID_COMMAND_QUEUE' | 'CL_INVALID_CONTEXT' | 'CL_INVALID_EVENT_WAIT_LIST'
