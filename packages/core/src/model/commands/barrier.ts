import type { ErrorFor } from '../cl-error.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueBarrierWithWaitList: a marker that every later command of the queue waits for. */
export interface Barrier {
  readonly _tag: 'Barrier'
}

export type BarrierError = ErrorFor<QueueAndWaitListCode>

export const barrierCommand = (): Barrier => ({ _tag: 'Barrier' })
