import { codeOf, type ClError, type ClErrorCode, type ErrorFor } from '../model/cl-error.ts'
import type { PortFailure } from '../port/backend.ts'

/**
 * What a backend answered instead of an object, as an error of the call. The call's type lists the codes that the
 * specification gives it; a driver that answers another keeps its own code here.
 */
export const driverError = <E extends ClError>(call: string, failure: PortFailure): E => {
  const error: ErrorFor<ClErrorCode> = {
    _tag: codeOf(failure.status),
    status: failure.status,
    command: call,
    origin: 'driver',
    ...(failure.parameter === undefined ? {} : { parameter: failure.parameter }),
    message: failure.message,
  }
  return error as E
}
