import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { AnyCommand, RefusalOf } from '../model/commands/command.ts'
import type { ContextIdentity } from '../model/context-identity.ts'
import type { CompositeEvent, EventObject } from '../model/event.ts'
import type { QueueObject } from '../model/queue.ts'
import { validateCommand } from '../validate/commands/validate-command.ts'
import type { CommandEvent } from './command-event.ts'
import type { Dispatcher } from './dispatcher.ts'

/** A context whose commands go somewhere: every context that a queue can come from. */
export interface DispatchingContext extends ContextIdentity {
  readonly dispatcher: Dispatcher
}

/** Checks a command against every rule and puts it on its way. The arguments may be anything: the check comes first. */
export const enqueueCommand = (
  queue: unknown,
  command: AnyCommand,
  waitList: readonly unknown[],
): Either<RefusalOf[keyof RefusalOf], CommandEvent> => {
  const valid = validateCommand({ queue, waitList })(command)
  if (E.isLeft(valid)) return valid
  const validQueue = queue as QueueObject
  const { dispatcher } = validQueue.context as DispatchingContext
  return E.right(dispatcher.enqueue(validQueue, valid.right, waitList as readonly (EventObject | CompositeEvent)[]))
}
