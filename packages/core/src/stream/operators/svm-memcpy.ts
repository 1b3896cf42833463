import type { ExecutionError } from '../../model/commands/execution-error.ts'
import { svmMemcpyCommand, type SvmMemcpyError } from '../../model/commands/svm-memcpy.ts'
import type { HostData } from '../../model/host-data.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import type { SvmPointer } from '../../model/svm.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, ErrorOf, Flow, Operand, ResourceOf, Waiting } from '../flow-types.ts'

/** Where the bytes are. */
export interface SvmMemcpyOptions {
  readonly size?: number
  readonly blocking?: boolean
}

const SVM_MEMCPY: OperatorKind<SvmMemcpyOptions> = {
  emits: 'enqueued',
  command: (src, dst, options) =>
    svmMemcpyCommand({
      dstPtr: dst as SvmPointer | HostData,
      srcPtr: src as SvmPointer | HostData,
      size: options?.size,
      blocking: options?.blocking,
    }),
}

/**
 * Emits `dstPtr` for each source as soon as the copy is enqueued, or, when `blocking`, once it is complete:
 * clEnqueueSVMMemcpy. Either side is shared virtual memory or host memory. `size` in bytes; without it: from the source
 * pointer to the end of its memory. Host memory is read and written when the command runs: leave it alone until the
 * event is complete. Emissions are in the order of the combinations. The thread is never blocked, whatever `blocking`
 * says.
 *
 * Left: a Left of the source, `dstPtr` or `waitFor`, passed on; a SvmMemcpyError when the command is refused:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no
 * shared virtual memory), CL_INVALID_VALUE (no memory, or a range that leaves it), CL_MEM_COPY_OVERLAP; and, only when
 * `blocking`, the ExecutionError of a copy that failed.
 */
export const svmMemcpy =
  <P extends Operand<SvmPointer | HostData>, const D extends Deps = []>(
    queue: ClCommandQueue,
    dstPtr: P,
    options?: SvmMemcpyOptions & Waiting<D>,
  ) =>
  <E>(
    srcPtr: Flow<E, Enqueued<SvmPointer> | HostData>,
  ): Flow<E | ErrorOf<P> | DepErrors<D> | SvmMemcpyError | ExecutionError, Enqueued<ResourceOf<P>>> =>
    commandFlow(SVM_MEMCPY, srcPtr, { queue, operand: dstPtr, options })
