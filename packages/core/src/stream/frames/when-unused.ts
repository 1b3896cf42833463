import { CommandEvent } from '../../graph/command-event.ts'
import type { DispatchingContext } from '../../graph/enqueue-command.ts'
import { BufferObject } from '../../model/buffer.ts'
import { CompositeEvent } from '../../model/event.ts'
import { ImageObject } from '../../model/image.ts'
import type { Resource } from '../../model/resource.ts'
import { eachOperand } from '../../validate/commands/operands.ts'
import { EventWait } from '../event-wait.ts'

/** What an object has its bytes from: the buffer of a sub-buffer, or of an image. */
const behind = (resource: Resource): Resource | undefined => {
  if (resource instanceof BufferObject) return resource.parent
  return resource instanceof ImageObject ? resource.buffer : undefined
}

const usesOneOf = (event: CommandEvent, resources: ReadonlySet<Resource>): boolean => {
  let isFound = false
  if (event.valid !== undefined)
    eachOperand(event.valid, (operand) => {
      for (let one: Resource | undefined = operand; one !== undefined; one = behind(one))
        if (resources.has(one)) isFound = true
    })
  return isFound
}

/**
 * Calls `done` when the commands that are enqueued now and use one of the resources, a part of it or an image over it
 * have settled; at once if there is none.
 */
export const whenUnused = (resources: readonly Resource[], done: () => void): void => {
  const used = resources.filter((resource) => resource.inUse)
  const wanted = new Set(used)
  const dispatchers = new Set(used.map(({ context }) => (context as DispatchingContext).dispatcher))
  const events = [...dispatchers].flatMap((dispatcher) =>
    dispatcher.unsettled().filter((event) => event instanceof CommandEvent && usesOneOf(event, wanted)),
  )
  const wait = new EventWait(new CompositeEvent(events), done)
  if (events.length === 0 && wait.isDone) done()
}
