import type { ExecutionError } from '../../model/commands/execution-error.ts'
import { svmMapCommand, type SvmMapError } from '../../model/commands/svm-map.ts'
import type { MapFlag } from '../../model/map-flag.ts'
import type { Mapped } from '../../model/mapped.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import type { SvmPointer } from '../../model/svm.ts'
import { commandFlow } from './command-flow.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

/** What is mapped, and what for. */
export interface SvmMapOptions {
  /** To read and write unless given. */
  readonly flags?: readonly MapFlag[]
  readonly size?: number
}

const SVM_MAP: OperatorKind<SvmMapOptions> = {
  emits: 'completed',
  command: (svmPtr, _operand, options) =>
    svmMapCommand({ svmPtr: svmPtr as SvmPointer, flags: options?.flags, size: options?.size }),
}

/**
 * Emits the mapped bytes behind each pointer once the host may touch them: clEnqueueSVMMap. `size` in bytes; without it:
 * to the end of the allocation. Give them back with `svmUnmap`: until then commands that use these bytes have no defined
 * result, unless the memory is fine-grained. Without READ and WRITE among `flags` the bytes may hold anything; without
 * WRITE and WRITE_INVALIDATE_REGION what the host changes is dropped, unless the memory is fine-grained. Emissions are in
 * the order of the pointers, however the maps end. The thread is never blocked. What is mapped when the last listener has
 * left already is unmapped by the library.
 *
 * Left: a Left of the source or `waitFor`, passed on; a SvmMapError when the command is refused:
 * CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no
 * shared virtual memory, or the bytes are mapped already and one of the two maps is for writing), CL_INVALID_VALUE (no
 * memory, `size` 0, a range that leaves the allocation, unknown flags or WRITE_INVALIDATE_REGION with another); or the
 * ExecutionError of a map that failed: then nothing is mapped.
 */
export const svmMap =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: SvmMapOptions & Waiting<D>) =>
  <E>(
    pointers: Flow<E, Enqueued<SvmPointer>>,
  ): Flow<E | DepErrors<D> | SvmMapError | ExecutionError, Mapped<SvmPointer>> =>
    commandFlow(SVM_MAP, pointers, { queue, operand: undefined, options })
