import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Barrier, BarrierError } from '../../model/commands/barrier.ts'
import type { CommandFacts } from './command-facts.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import type { ValidBarrier } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'Barrier'

/** The rules of clEnqueueBarrierWithWaitList. A list of events that are complete is a wait list still. */
export const validateBarrier =
  ({ queue, waitList }: CommandFacts) =>
  (_command: Barrier): Either<BarrierError, ValidBarrier> => {
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    return right({ _tag: NAME, hasWaitList: waitList.length > 0 })
  }
