import { svmUnmapCommand, type SvmUnmapError } from '../../model/commands/svm-unmap.ts'
import type { Mapped } from '../../model/mapped.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import type { SvmPointer } from '../../model/svm.ts'
import { commandFlow } from './command-flow.ts'
import { mappedResource } from './mapped-resource.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

const SVM_UNMAP: OperatorKind<unknown> = {
  emits: 'enqueued',
  command: (mapped) => svmUnmapCommand({ svmPtr: mappedResource(mapped) as SvmPointer, mapped: mapped as Mapped }),
}

/**
 * Emits the pointer of each mapping as soon as its unmap is enqueued: clEnqueueSVMUnmap. What the host wrote is there for
 * commands that wait for it. The mapping ends at once: reading the bytes from the Mapped throws, and unless the memory is
 * fine-grained an array of them is detached when the turn's commands are submitted. A mapping that is still enqueued may be
 * given too, then its map is waited for. Emissions are in the order of the mappings.
 *
 * Left: a Left of the source or `waitFor`, passed on; or a SvmUnmapError: CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT,
 * CL_INVALID_EVENT_WAIT_LIST, CL_INVALID_OPERATION (the device has no shared virtual memory), CL_INVALID_VALUE (no
 * mapping, one of a buffer or image, or one whose unmap is enqueued already).
 */
export const svmUnmap =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: Waiting<D>) =>
  <E>(
    mappings: Flow<E, Mapped<SvmPointer> | Enqueued<Mapped<SvmPointer>>>,
  ): Flow<E | DepErrors<D> | SvmUnmapError, Enqueued<SvmPointer>> =>
    commandFlow(SVM_UNMAP, mappings, { queue, operand: undefined, options })
