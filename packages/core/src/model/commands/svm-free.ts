import type { ErrorFor } from '../cl-error.ts'
import type { SvmPointer } from '../svm.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueSVMFree: frees allocations of shared virtual memory when the commands before have ended. */
export interface SvmFree {
  readonly _tag: 'SvmFree'
  /** Each to the first byte of its allocation. */
  readonly svmPointers: readonly SvmPointer[]
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueSVMFree that the host can check. */
export type SvmFreeError = ErrorFor<QueueAndWaitListCode | 'CL_INVALID_OPERATION' | 'CL_INVALID_VALUE'>

export const svmFreeCommand = (fields: { readonly svmPointers: readonly SvmPointer[] }): SvmFree => ({
  _tag: 'SvmFree',
  svmPointers: fields.svmPointers,
})
