import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { BufferObject } from '../../model/buffer.ts'
import type { MigrateMemObjects, MigrateMemObjectsError } from '../../model/commands/migrate-mem-objects.ts'
import type { ImageObject } from '../../model/image.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { isFilledList, listRefusal } from '../rules/list-rule.ts'
import { isLiveMemObject, memObjectRefusal } from '../rules/mem-object-rule.ts'
import { readMigrationFlags } from '../rules/migration-flags-rule.ts'
import { contextRefusal } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidMigrateMemObjects } from './valid-command.ts'

const NAME = 'MigrateMemObjects'
const LIST = 'mem_objects'

/** The rules of clEnqueueMigrateMemObjects. An object may stand in the list more than once. */
export const validateMigrateMemObjects =
  ({ queue, waitList }: CommandFacts) =>
  (command: MigrateMemObjects): Either<MigrateMemObjectsError, ValidMigrateMemObjects> => {
    const given: unknown = command.memObjects
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isFilledList(given)) return left(listRefusal(NAME, LIST, given, 'buffer or image'))
    const memObjects: (BufferObject | ImageObject)[] = []
    for (let i = 0; i < given.length; i++) {
      const memObject = given[i]
      if (!isLiveMemObject(memObject)) return left(memObjectRefusal(NAME, LIST, memObject, `${LIST}[${i}]`))
      memObjects.push(memObject)
    }
    if (memObjects.some(({ context }) => context !== queue.context)) return left(contextRefusal(NAME, LIST))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const old = deviceVersionRefusal(NAME, queue.device, '1.2')
    if (old !== undefined) return left(old)
    const flags = readMigrationFlags(NAME, command.flags)
    if (flags._tag === 'Left') return flags
    for (const memObject of memObjects)
      if (memObject._tag === 'Buffer' && isMisaligned(memObject, queue.device))
        return left(alignmentRefusal(NAME, LIST, memObject, queue.device))
    return right({ _tag: NAME, memObjects, flags: flags.right })
  }
