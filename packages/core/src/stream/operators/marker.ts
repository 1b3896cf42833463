import { markerCommand, type MarkerError } from '../../model/commands/marker.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { enqueue } from '../enqueue.ts'
import type { DepErrors, Deps, Enqueued, Flow } from '../flow-types.ts'

/**
 * Emits once, as soon as the marker is enqueued: clEnqueueMarkerWithWaitList. Its event is complete when `waitFor` is,
 * or, without `waitFor`, when every command enqueued before on this queue is. Later commands do not wait for it.
 *
 * Left: a Left of `waitFor`, passed on; or a MarkerError: CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT,
 * CL_INVALID_EVENT_WAIT_LIST.
 */
export const marker = <const D extends Deps = []>(
  queue: ClCommandQueue,
  options?: { readonly waitFor?: D },
): Flow<DepErrors<D> | MarkerError, Enqueued<void>> => enqueue(queue, markerCommand(), options)
