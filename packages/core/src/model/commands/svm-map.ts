import type { ErrorFor } from '../cl-error.ts'
import type { MapFlag } from '../map-flag.ts'
import type { SvmPointer } from '../svm.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueSVMMap: shared virtual memory for the host to touch. Size in bytes. */
export interface SvmMap {
  readonly _tag: 'SvmMap'
  readonly svmPtr: SvmPointer
  /** What the host will do; to read and write unless given. */
  readonly flags: readonly MapFlag[]
  /** Without it: to the end of the allocation. */
  readonly size: number | undefined
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueSVMMap that the host can check. */
export type SvmMapError = ErrorFor<QueueAndWaitListCode | 'CL_INVALID_OPERATION' | 'CL_INVALID_VALUE'>

export const svmMapCommand = (fields: {
  readonly svmPtr: SvmPointer
  readonly flags?: readonly MapFlag[] | undefined
  readonly size?: number | undefined
}): SvmMap => ({
  _tag: 'SvmMap',
  svmPtr: fields.svmPtr,
  flags: fields.flags ?? ['READ', 'WRITE'],
  size: fields.size,
})
