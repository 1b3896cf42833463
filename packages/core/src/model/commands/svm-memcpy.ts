import type { ErrorFor } from '../cl-error.ts'
import type { HostData } from '../host-data.ts'
import type { SvmPointer } from '../svm.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueSVMMemcpy: bytes between shared virtual memory and host memory, either way. Size in bytes. */
export interface SvmMemcpy {
  readonly _tag: 'SvmMemcpy'
  readonly dstPtr: SvmPointer | HostData
  readonly srcPtr: SvmPointer | HostData
  /** Without it: from `srcPtr` to the end of its memory. */
  readonly size: number | undefined
  /** Whether the flow emits only when the copy is complete. */
  readonly blocking: boolean
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueSVMMemcpy that the host can check. */
export type SvmMemcpyError = ErrorFor<
  QueueAndWaitListCode | 'CL_INVALID_OPERATION' | 'CL_INVALID_VALUE' | 'CL_MEM_COPY_OVERLAP'
>

export const svmMemcpyCommand = (fields: {
  readonly dstPtr: SvmPointer | HostData
  readonly srcPtr: SvmPointer | HostData
  readonly size?: number | undefined
  readonly blocking?: boolean | undefined
}): SvmMemcpy => ({
  _tag: 'SvmMemcpy',
  dstPtr: fields.dstPtr,
  srcPtr: fields.srcPtr,
  size: fields.size,
  blocking: fields.blocking ?? false,
})
