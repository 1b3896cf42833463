import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { UnmapMemObject, UnmapMemObjectError } from '../../model/commands/unmap-mem-object.ts'
import { isOutstandingMapping, mappingRefusal } from '../rules/mapping-rule.ts'
import { isLiveMemObject, memObjectRefusal } from '../rules/mem-object-rule.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidUnmapMemObject } from './valid-command.ts'

const NAME = 'UnmapMemObject'

/** The rules of clEnqueueUnmapMemObject. The map need not be complete. */
export const validateUnmapMemObject =
  ({ queue, waitList }: CommandFacts) =>
  (command: UnmapMemObject): Either<UnmapMemObjectError, ValidUnmapMemObject> => {
    const { memobj, mapped } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveMemObject(memobj)) return left(memObjectRefusal(NAME, 'memobj', memobj))
    if (memobj.context !== queue.context) return left(contextRefusal(NAME, 'memobj'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    if (!isOutstandingMapping(mapped) || mapped.resource !== memobj)
      return left(mappingRefusal(NAME, 'mapped_ptr', mapped, 'memobj'))
    return right({ _tag: NAME, memobj, mapping: mapped })
  }
