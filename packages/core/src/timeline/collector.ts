import type { CommandEvent } from '../graph/command-event.ts'
import type { CommandObserver } from '../graph/command-observer.ts'
import type { WaitList } from '../graph/wait-list.ts'
import { EventObject } from '../model/event.ts'
import type { ClCommandQueue, QueueObject } from '../model/queue.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'
import { bytesMoved } from './bytes-moved.ts'
import { CommandRecord } from './command-record.ts'
import type { TimelineEntry, TimelineWait } from './entry.ts'
import { Latest } from './latest.ts'
import { QueueOrder } from './queue-order.ts'

const idsOf = (list: WaitList): readonly number[] =>
  list instanceof EventObject ? [list.id] : list.map(({ id }) => id)

const joinWaits = (
  own: readonly number[],
  queue: readonly number[],
  all: readonly number[],
): readonly TimelineWait[] => {
  const known = new Map<number, TimelineWait['why']>()
  const add = (ids: readonly number[], why: TimelineWait['why']): void => {
    for (const id of ids) if (!known.has(id)) known.set(id, why)
  }
  add(own, 'wait list')
  add(queue, 'queue')
  add(all, 'hazard')
  return Array.from(known, ([id, why]) => ({ id, why }))
}

/** Writes down the commands of one context. */
export class Collector implements CommandObserver {
  readonly #records: Latest<CommandRecord>
  readonly #clock: () => number
  readonly #nameOf: (queue: ClCommandQueue) => string | undefined
  /** Weak: a timeline keeps no queue alive. */
  readonly #orders = new WeakMap<QueueObject, QueueOrder>()
  #queues = 0

  constructor(limit: number, clock: () => number, nameOf: (queue: ClCommandQueue) => string | undefined) {
    this.#records = new Latest(limit)
    this.#clock = clock
    this.#nameOf = nameOf
  }

  get dropped(): number {
    return this.#records.dropped
  }

  entries(): readonly TimelineEntry[] {
    return this.#records.values().map((record) => record.toEntry())
  }

  enqueued(event: CommandEvent, ownWaits: WaitList): void {
    const valid = event.valid as ValidCommand
    const order = this.#orderOf(event.queue)
    const waits = joinWaits(idsOf(ownWaits), order.add(event.id, valid), idsOf(event.waitList))
    const record = new CommandRecord(event, order, { bytes: bytesMoved(valid), waits }, this.#clock)
    this.#records.add(record)
    event.whenSettled(record)
  }

  #orderOf(queue: QueueObject): QueueOrder {
    const known = this.#orders.get(queue)
    if (known !== undefined) return known
    const index = this.#queues
    this.#queues += 1
    const { device, outOfOrder, profiling, context } = queue
    const order = new QueueOrder({
      index,
      name: this.#nameOf(queue) ?? `queue ${index + 1}`,
      device: device.name,
      deviceIndex: context.devices.indexOf(device),
      outOfOrder,
      profiling,
    })
    this.#orders.set(queue, order)
    return order
  }
}
