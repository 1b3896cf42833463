import { EventObject } from '../model/event.ts'
import type { QueueObject } from '../model/queue.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'
import { NO_WAIT_LIST, type WaitList } from './wait-list.ts'

/** The event of a command, with what the command needs until it has settled. */
export class CommandEvent extends EventObject {
  declare readonly queue: QueueObject
  #valid: ValidCommand | undefined
  #waitList: WaitList

  constructor(
    id: number,
    queue: QueueObject,
    valid: ValidCommand,
    waitList: WaitList,
    probe: { eventStatus(id: number): number },
  ) {
    super(id, queue.context, queue, valid._tag, probe)
    this.#valid = valid
    this.#waitList = waitList
  }

  /** The command, until it has settled. */
  get valid(): ValidCommand | undefined {
    return this.#valid
  }

  /** The events on the command's wait list, until it has settled. */
  get waitList(): WaitList {
    return this.#waitList
  }

  /** Drops what only an unsettled command needs: a long chain must not keep its beginning in memory. */
  forget(): void {
    this.#valid = undefined
    this.#waitList = NO_WAIT_LIST
  }
}
