import { EventObject } from '../../model/event.ts'
import type { QueueObject } from '../../model/queue.ts'
import { CommandEvent } from '../command-event.ts'
import { NO_WAIT_LIST, type WaitList } from '../wait-list.ts'

/** The waits that one command needs beside its wait list and the order of its queue. */
export class AddedWaits {
  /** The latest barrier of each out-of-order queue that waits for everything before it. */
  readonly #barriers = new Map<QueueObject, CommandEvent>()
  #event: CommandEvent | undefined = undefined
  #isWaitListRead = false
  /** The first is kept apart: most commands need one, and no list for it. */
  #first: CommandEvent | undefined = undefined
  #others: CommandEvent[] | undefined = undefined
  /** Of each in-order queue the latest event waited for, which is after all earlier ones of its queue. */
  readonly #latest: CommandEvent[] = []
  readonly #isOnWaitList: boolean[] = []

  /** A command comes: what follows is about it. */
  begin(event: CommandEvent): void {
    this.#event = event
    this.#isWaitListRead = false
  }

  /** It must come after an unsettled command of before. */
  add(earlier: CommandEvent): void {
    const event = this.#event as CommandEvent
    if (earlier.queue === event.queue && (!event.queue.outOfOrder || this.#isBehindBarrier(earlier))) return
    if (!this.#isWaitListRead) this.#readWaitList(event)
    if (!earlier.queue.outOfOrder) this.#addInOrder(earlier, false)
    else if (earlier.waiter !== event.id) {
      earlier.waiter = event.id
      this.#take(earlier)
    }
  }

  /** The waits to add. */
  end(): WaitList {
    if (!this.#isWaitListRead) return NO_WAIT_LIST
    if (this.#latest.length > 0) this.#takeLatest()
    const first = this.#first
    const others = this.#others
    this.#first = undefined
    this.#others = undefined
    if (first === undefined) return NO_WAIT_LIST
    return others === undefined ? first : [first, ...others]
  }

  /** A barrier without a wait list: later commands of its queue come after all earlier ones. */
  addBarrier(barrier: CommandEvent): void {
    if (barrier.queue.outOfOrder) this.#barriers.set(barrier.queue, barrier)
  }

  removeBarrier(barrier: CommandEvent): void {
    if (this.#barriers.get(barrier.queue) === barrier) this.#barriers.delete(barrier.queue)
  }

  #takeLatest(): void {
    for (const [index, event] of this.#latest.entries()) if (this.#isOnWaitList[index] === false) this.#take(event)
    this.#latest.length = 0
    this.#isOnWaitList.length = 0
  }

  #take(event: CommandEvent): void {
    if (this.#first === undefined) this.#first = event
    else (this.#others ??= []).push(event)
  }

  #isBehindBarrier({ queue, id }: CommandEvent): boolean {
    const barrier = this.#barriers.get(queue)
    return barrier !== undefined && id < barrier.id
  }

  #readWaitList(event: CommandEvent): void {
    this.#isWaitListRead = true
    const { waitList } = event
    if (waitList instanceof EventObject) this.#readWait(waitList, event)
    else for (const wait of waitList) this.#readWait(wait, event)
  }

  #readWait(wait: EventObject, { id }: CommandEvent): void {
    if (!(wait instanceof CommandEvent) || wait.isSettled) return
    if (wait.queue.outOfOrder) wait.waiter = id
    else this.#addInOrder(wait, true)
  }

  #addInOrder(event: CommandEvent, isOnWaitList: boolean): void {
    const index = this.#latest.findIndex(({ queue }) => queue === event.queue)
    if (index < 0) {
      this.#latest.push(event)
      this.#isOnWaitList.push(isOnWaitList)
    } else if ((this.#latest[index] as CommandEvent).id < event.id) {
      this.#latest[index] = event
      this.#isOnWaitList[index] = isOnWaitList
    }
  }
}
