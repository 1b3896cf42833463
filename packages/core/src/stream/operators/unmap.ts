import type { ClBuffer } from '../../model/buffer.ts'
import { unmapMemObjectCommand, type UnmapMemObjectError } from '../../model/commands/unmap-mem-object.ts'
import type { ClImage } from '../../model/image.ts'
import type { Mapped } from '../../model/mapped.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { commandFlow } from './command-flow.ts'
import { mappedResource } from './mapped-resource.ts'
import type { OperatorKind } from './operator-kind.ts'
import type { DepErrors, Deps, Enqueued, Flow, Waiting } from '../flow-types.ts'

const UNMAP: OperatorKind<unknown> = {
  emits: 'enqueued',
  command: (mapped) =>
    unmapMemObjectCommand({
      memobj: mappedResource(mapped) as ClBuffer | ClImage,
      mapped: mapped as Mapped,
    }),
}

/**
 * Emits the buffer or image of each mapping as soon as its unmap is enqueued: clEnqueueUnmapMemObject. What the host
 * wrote is there for commands that wait for it. The mapping ends at once: reading the bytes from the Mapped throws, and an
 * array of them is detached when the turn's commands are submitted. A mapping that is still enqueued may be given too, then
 * its map is waited for. Emissions are in the order of the mappings.
 *
 * Left: a Left of the source or `waitFor`, passed on; or an UnmapMemObjectError: CL_INVALID_COMMAND_QUEUE,
 * CL_INVALID_MEM_OBJECT (a mapping of shared virtual memory, or no mapping), CL_INVALID_VALUE (no mapping, or one whose
 * unmap is enqueued already), CL_INVALID_CONTEXT, CL_INVALID_EVENT_WAIT_LIST.
 */
export const unmap =
  <const D extends Deps = []>(queue: ClCommandQueue, options?: Waiting<D>) =>
  <E, R extends ClBuffer | ClImage>(
    mappings: Flow<E, Mapped<R> | Enqueued<Mapped<R>>>,
  ): Flow<E | DepErrors<D> | UnmapMemObjectError, Enqueued<R>> =>
    commandFlow(UNMAP, mappings, { queue, operand: undefined, options })
