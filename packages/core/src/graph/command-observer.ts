import type { CommandEvent } from './command-event.ts'
import type { WaitList } from './wait-list.ts'

/** Is told of each command of a context when it is enqueued. It must not throw. */
export interface CommandObserver {
  /** `ownWaits` is the wait list that the program gave; `event.waitList` has what hazards have added behind it. */
  enqueued(event: CommandEvent, ownWaits: WaitList): void
}
