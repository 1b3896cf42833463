import type { ErrorFor } from '../cl-error.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueBarrierWithWaitList: a marker that every later command of the queue waits for. */
export interface Barrier {
  readonly _tag: 'Barrier'
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueBarrierWithWaitList that the host can check. */
export type BarrierError = ErrorFor<QueueAndWaitListCode>

export const barrierCommand = (): Barrier => ({ _tag: 'Barrier' })
