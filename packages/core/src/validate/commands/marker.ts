import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Marker, MarkerError } from '../../model/commands/marker.ts'
import type { CommandFacts } from './command-facts.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import type { ValidMarker } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'Marker'

/** The rules of clEnqueueMarkerWithWaitList. A list of events that are complete is a wait list still. */
export const validateMarker =
  ({ queue, waitList }: CommandFacts) =>
  (_command: Marker): Either<MarkerError, ValidMarker> => {
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    return right({ _tag: NAME, hasWaitList: waitList.length > 0 })
  }
