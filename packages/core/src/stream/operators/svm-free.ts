import { svmFreeCommand, type SvmFreeError } from '../../model/commands/svm-free.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import type { SvmPointer } from '../../model/svm.ts'
import { commandFlow } from './command-flow.ts'
import { oneOrMany } from './one-or-many.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

const SVM_FREE: OperatorKind<unknown> = {
  emits: 'enqueued',
  command: (svmPointers) => svmFreeCommand({ svmPointers: oneOrMany<SvmPointer>(svmPointers) }),
}

/**
 * Emits for each pointer, or each list of pointers, as soon as the command that frees their allocations is enqueued:
 * clEnqueueSVMFree. The pointers are invalid in new commands at once; the memory goes when this command and all others
 * that use it have settled. A list is one command. Emissions are in the order of the source.
 *
 * Left: a Left of the source or `waitFor`, passed on; or a SvmFreeError: CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT,
 * CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no shared virtual memory), CL_INVALID_VALUE (an empty
 * list, memory that is freed already, mapped or in the list twice, a pointer that is not to the first byte of its
 * allocation).
 */
export const svmFree =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: Waiting<D>) =>
  <E>(
    pointers: Flow<E, Enqueued<SvmPointer | readonly SvmPointer[]>>,
  ): Flow<E | DepErrors<D> | SvmFreeError, Enqueued<void>> =>
    commandFlow(SVM_FREE, pointers, { queue, operand: undefined, options })
