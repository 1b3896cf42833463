/** cl_int execution status; a negative one is the code of the failure. */
export const COMPLETE = 0
export const RUNNING = 1
export const SUBMITTED = 2
export const QUEUED = 3
