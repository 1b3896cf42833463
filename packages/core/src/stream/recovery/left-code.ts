import type { UNNAMED_STATUS } from '../../model/cl-error.ts'
import type { StatusCode } from '../../model/status-codes.ts'
import type { Overflow } from '../frames/overflow.ts'
import type { Aborted } from '../interop/until-aborted.ts'
import type { Timeout } from '../interop/within.ts'

/** The `_tag` of a Left: a status code of OpenCL, one of this library's, or a program's own. */
export type LeftCode =
  | Exclude<StatusCode, 'CL_SUCCESS'>
  | typeof UNNAMED_STATUS
  | (Timeout | Aborted | Overflow)['_tag']
  // Not `string`, which would swallow the others.
  | (string & { readonly length?: number })

/** Whether a Left, or the failure that caused it, has one of the codes. */
export const hasCode = (left: unknown, codes: readonly LeftCode[]): boolean => {
  for (let error = left; typeof error === 'object' && error !== null;) {
    const { _tag: tag, cause } = error as { readonly _tag?: unknown; readonly cause?: unknown }
    if (typeof tag === 'string' && codes.includes(tag)) return true
    error = cause
  }
  return false
}
