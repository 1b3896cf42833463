import type { ErrorFor } from '../cl-error.ts'
import type { QueueAndWaitListCode } from './error-codes.ts'

/** clEnqueueMarkerWithWaitList: complete when its wait list is, or, without one, all earlier commands of the queue. */
export interface Marker {
  readonly _tag: 'Marker'
}

/** What the command is refused for when it is enqueued: the codes of clEnqueueMarkerWithWaitList that the host can check. */
export type MarkerError = ErrorFor<QueueAndWaitListCode>

export const markerCommand = (): Marker => ({ _tag: 'Marker' })
