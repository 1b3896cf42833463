import { codeOf, UNNAMED_STATUS, type ClError } from '../model/cl-error.ts'
import type { EventObject } from '../model/event.ts'
import { STATUS_CODES } from '../model/status-codes.ts'

const nameOf = (status: number): string => {
  const code = codeOf(status)
  return code === UNNAMED_STATUS ? `status ${status}` : code
}

/** The failure of a command that was enqueued. `cause` is the event it waited for, where that is why. */
export const executionError = (command: string, status: number, cause: EventObject | undefined): ClError => {
  const error = { _tag: codeOf(status), status, command, origin: 'execution' } as const
  if (status !== STATUS_CODES.CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST || cause === undefined)
    return { ...error, message: `${command} was enqueued and ended with ${nameOf(status)}.` }
  const message = `${command} did not run: ${cause.command}, which it had to wait for, ended with ${nameOf(cause.status)}.`
  return cause.error === undefined ? { ...error, message } : { ...error, message, cause: cause.error }
}
