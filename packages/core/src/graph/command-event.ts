import { EventObject } from '../model/event.ts'
import type { QueueObject } from '../model/queue.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'
import type { Access } from './hazards/access.ts'
import { joinWaits, NO_WAIT_LIST, type WaitList } from './wait-list.ts'

/** The event of a command, with what the command needs until it has settled. */
export class CommandEvent extends EventObject {
  declare readonly queue: QueueObject
  /** What it reads and writes, while that is looked at and it has not settled. */
  accesses: Access | undefined = undefined
  /** The id of the latest command known to wait for it. */
  waiter = 0
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

  /** The events that it waits for, until it has settled: those of its wait list, then those of hazards. */
  get waitList(): WaitList {
    return this.#waitList
  }

  /** More events to wait for: earlier commands that touch the same bytes. */
  alsoWaitFor(events: WaitList): void {
    if (events !== NO_WAIT_LIST) this.#waitList = joinWaits(this.#waitList, events)
  }

  /** Drops what only an unsettled command needs: a long chain must not keep its beginning in memory. */
  forget(): void {
    this.#valid = undefined
    this.#waitList = NO_WAIT_LIST
  }
}
