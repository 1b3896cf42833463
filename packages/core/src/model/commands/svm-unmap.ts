import type { ErrorFor } from '../cl-error.ts'
import type { Mapped } from '../mapped.ts'
import type { SvmPointer } from '../svm.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueSVMUnmap: what the host wrote into mapped shared virtual memory becomes the device's. */
export interface SvmUnmap {
  readonly _tag: 'SvmUnmap'
  readonly svmPtr: SvmPointer
  /** What a map of `svmPtr` gave. */
  readonly mapped: Mapped
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueSVMUnmap that the host can check. */
export type SvmUnmapError = ErrorFor<QueueAndWaitListCode | 'CL_INVALID_OPERATION' | 'CL_INVALID_VALUE'>

export const svmUnmapCommand = (fields: { readonly svmPtr: SvmPointer; readonly mapped: Mapped }): SvmUnmap => ({
  _tag: 'SvmUnmap',
  svmPtr: fields.svmPtr,
  mapped: fields.mapped,
})
