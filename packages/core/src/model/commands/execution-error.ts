import type { ErrorFor, UNNAMED_STATUS } from '../cl-error.ts'
import type { StatusCode } from '../status-codes.ts'

/**
 * The final status of a command that was enqueued and failed. CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST carries the
 * first failure as `cause`; the codes of memory and resources come from the device. A driver or a user event may end an
 * event with any other code: it keeps its name, or is CL_UNNAMED_STATUS with the number in `status`.
 */
export type ExecutionError = ErrorFor<Exclude<StatusCode, 'CL_SUCCESS'> | typeof UNNAMED_STATUS>
