import * as E from 'fp-ts/lib/Either.js'
import type { ExecutionError } from '../model/commands/execution-error.ts'
import type { Enqueued, Flow } from './flow-types.ts'
import { whenComplete } from './when-complete.ts'

/**
 * Emits each value once its event is complete, in the order of the source: clWaitForEvents without blocking the thread.
 * Completes when the source has completed and every event has settled.
 *
 * Left: a Left of the source, passed on; or the ExecutionError of an event that failed:
 * CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST with its `cause` where what the command waited for failed, the device's
 * own code else.
 */
export const completed =
  (): (<E1, A>(flow: Flow<E1, Enqueued<A>>) => Flow<E1 | ExecutionError, A>) =>
  <E1, A>(flow: Flow<E1, Enqueued<A>>) =>
    whenComplete<A, never, A>(({ value }) => E.right(value))(flow)
