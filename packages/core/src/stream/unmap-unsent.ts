import { enqueueCommand } from '../graph/enqueue-command.ts'
import { svmUnmapCommand } from '../model/commands/svm-unmap.ts'
import { unmapMemObjectCommand } from '../model/commands/unmap-mem-object.ts'
import { MappedObject } from '../model/mapped.ts'
import type { Outbox } from './outbox.ts'

/**
 * Unmaps what was mapped for listeners who left before it was there: nobody else could. Where the queue or the memory is
 * released, the mapping ends with the context.
 */
export const unmapUnsent = (queue: unknown, outbox: Outbox): void => {
  for (const { event, emission } of outbox.drop()) {
    const mapped = emission._tag === 'Right' ? emission.right : undefined
    if (!MappedObject.isGenuine(mapped)) continue
    const { resource } = mapped
    const command =
      resource._tag === 'SvmPointer'
        ? svmUnmapCommand({ svmPtr: resource, mapped })
        : unmapMemObjectCommand({ memobj: resource, mapped })
    enqueueCommand(queue, command, event === undefined ? [] : [event])
  }
}
