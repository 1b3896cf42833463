import { barrierCommand, type BarrierError } from '../../model/commands/barrier.ts'
import type { ClCommandQueue } from '../../model/queue.ts'
import { enqueue } from '../enqueue.ts'
import type { DepErrors, Deps, Enqueued, Flow } from '../flow-types.ts'

/**
 * Emits once, as soon as the barrier is enqueued: clEnqueueBarrierWithWaitList. Its event is complete when `waitFor` is,
 * or, without `waitFor`, when every command enqueued before on this queue is. Every command enqueued later on this queue
 * waits for it.
 *
 * Left: a Left of `waitFor`, passed on; or a BarrierError: CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT,
 * CL_INVALID_EVENT_WAIT_LIST.
 */
export const barrier = <const D extends Deps = []>(
  queue: ClCommandQueue,
  options?: { readonly waitFor?: D },
): Flow<DepErrors<D> | BarrierError, Enqueued<void>> => enqueue(queue, barrierCommand(), options)
