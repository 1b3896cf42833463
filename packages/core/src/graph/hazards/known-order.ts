import { EventObject } from '../../model/event.ts'
import type { QueueObject } from '../../model/queue.ts'
import type { ValidCommand } from '../../validate/commands/valid-command.ts'
import { CommandEvent } from '../command-event.ts'

/** An unsettled command among those of its queue. */
interface Place {
  readonly event: CommandEvent
  previous: Place | undefined
  next: Place | undefined
  /** A marker or barrier without a wait list. */
  readonly waitsForAll: boolean
  /** The latest barrier of the queue before it. */
  readonly barrier: Place | undefined
}

interface QueueEnd {
  last: Place | undefined
  barrier: Place | undefined
}

/** The order in which the program has put its unsettled commands, through wait lists, queues and barriers. */
export class KnownOrder {
  readonly #places = new Map<CommandEvent, Place>()
  readonly #ends = new Map<QueueObject, QueueEnd>()

  add(event: CommandEvent, valid: ValidCommand): void {
    const end = this.#endOf(event.queue)
    const isBarrier = valid._tag === 'Barrier'
    const place: Place = {
      event,
      previous: end.last,
      next: undefined,
      waitsForAll: (isBarrier || valid._tag === 'Marker') && !valid.hasWaitList,
      barrier: end.barrier,
    }
    if (end.last !== undefined) end.last.next = place
    end.last = place
    if (isBarrier) end.barrier = place
    this.#places.set(event, place)
  }

  remove(event: CommandEvent): void {
    const place = this.#places.get(event)
    if (place === undefined) return
    const { previous, next } = place
    this.#places.delete(event)
    if (previous !== undefined) previous.next = next
    if (next !== undefined) next.previous = previous
    const end = this.#endOf(event.queue)
    if (end.last === place) end.last = previous
    if (end.barrier === place) end.barrier = undefined
    if (end.last === undefined) this.#ends.delete(event.queue)
  }

  /** The unsettled commands that must end before this one runs, of those whose event's id is `least` or more. */
  before(event: CommandEvent, least: number): ReadonlySet<CommandEvent> {
    const before = new Set<CommandEvent>()
    const pending: CommandEvent[] = []
    // What comes before has a lower id, so that nothing below `least` leads to anything above.
    const add = (earlier: CommandEvent): void => {
      if (earlier.id < least || before.has(earlier)) return
      before.add(earlier)
      pending.push(earlier)
    }
    for (let next: CommandEvent | undefined = event; next !== undefined; next = pending.pop()) {
      const { waitList } = next
      for (const wait of waitList instanceof EventObject ? [waitList] : waitList)
        if (wait instanceof CommandEvent && !wait.isSettled) add(wait)
      const place = this.#places.get(next)
      if (place !== undefined) eachBeforeInQueue(place, least, add)
    }
    return before
  }

  #endOf(queue: QueueObject): QueueEnd {
    const known = this.#ends.get(queue)
    if (known !== undefined) return known
    const end: QueueEnd = { last: undefined, barrier: undefined }
    this.#ends.set(queue, end)
    return end
  }
}

/** Enough of what the queue itself puts before a command to lead to the rest. */
const eachBeforeInQueue = (place: Place, least: number, add: (earlier: CommandEvent) => void): void => {
  const { event, previous, barrier, waitsForAll } = place
  if (!event.queue.outOfOrder) {
    if (previous !== undefined) add(previous.event)
  } else if (waitsForAll)
    for (let earlier = previous; earlier !== undefined && earlier.event.id >= least; earlier = earlier.previous)
      add(earlier.event)
  else if (barrier !== undefined && !barrier.event.isSettled) add(barrier.event)
}
