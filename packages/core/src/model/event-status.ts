/** cl_int execution status; a negative one is the code of the failure. */
export const COMPLETE = 0
/** The device is carrying the command out. */
export const RUNNING = 1
/** The device has the command, or the user event is open. */
export const SUBMITTED = 2
/** The queue has the command. */
export const QUEUED = 3
