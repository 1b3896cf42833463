import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { SvmPointer } from '../svm.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueSVMMemFill: a pattern, again and again, into shared virtual memory. Size in bytes. */
export interface SvmMemFill {
  readonly _tag: 'SvmMemFill'
  /** Aligned to the pattern's size. */
  readonly svmPtr: SvmPointer
  /** 1, 2, 4, … or 128 bytes; copied when the command is enqueued. */
  readonly pattern: HostData
  /** A multiple of the pattern's size; without it: to the end of the allocation. */
  readonly size: number | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueSVMMemFill that the host can check. */
export type SvmMemFillError = ErrorFor<QueueAndWaitListCode | 'CL_INVALID_OPERATION' | 'CL_INVALID_VALUE'>

export const svmMemFillCommand = (fields: {
  readonly svmPtr: SvmPointer
  readonly pattern: HostData
  readonly size?: number | undefined
}): SvmMemFill => ({
  _tag: 'SvmMemFill',
  svmPtr: fields.svmPtr,
  pattern: fields.pattern,
  size: fields.size,
})
