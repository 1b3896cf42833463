import { svmMemFillCommand, type SvmMemFillError } from '../../model/commands/svm-mem-fill.ts'
import type { HostData } from '../../model/host-data.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import type { SvmPointer } from '../../model/svm.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** How far the pattern goes. */
export interface SvmMemFillOptions {
  readonly size?: number
}

const SVM_MEM_FILL: OperatorKind<SvmMemFillOptions> = {
  emits: 'enqueued',
  command: (svmPtr, pattern, options) =>
    svmMemFillCommand({ svmPtr: svmPtr as SvmPointer, pattern: pattern as HostData, size: options?.size }),
}

/**
 * Emits each pointer as soon as the fill from there on is enqueued: clEnqueueSVMMemFill. The bytes of `pattern`, 1, 2, 4,
 * … or 128, are repeated for `size` bytes; without `size`: to the end of the allocation. The pattern is copied when the
 * command is enqueued. Emissions are in the order of the pointers.
 *
 * Left: a Left of the source or `waitFor`, passed on; or a SvmMemFillError: CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT,
 * CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no shared virtual memory), CL_INVALID_VALUE (no
 * memory, or a range that leaves it; a pattern of another size or that is no array view; a pointer or `size` that is no
 * multiple of the pattern's).
 */
export const svmMemFill =
  <const D extends Deps = []>(queue: ClCommandQueue, pattern: HostData, options?: SvmMemFillOptions & Waiting<D>) =>
  <E>(pointers: Flow<E, Enqueued<SvmPointer>>): Flow<E | DepErrors<D> | SvmMemFillError, Enqueued<SvmPointer>> =>
    commandFlow(SVM_MEM_FILL, pointers, { queue, operand: pattern, options })
