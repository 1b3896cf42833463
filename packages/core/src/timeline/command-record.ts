import type { ClErrorCode } from '../model/cl-error.ts'
import type { AnyCommand } from '../model/commands/command.ts'
import type { EventObject, Profile, SettleListener } from '../model/event.ts'
import type { TimelineEntry, TimelineWait } from './entry.ts'
import type { QueueOrder } from './queue-order.ts'

/** One command while its timeline is kept. It keeps nothing of the program's alive once the command has settled. */
export class CommandRecord implements SettleListener {
  readonly #order: QueueOrder
  readonly #id: number
  readonly #command: AnyCommand['_tag']
  readonly #bytes: number
  readonly #waits: readonly TimelineWait[]
  readonly #clock: () => number
  readonly #enqueued: number
  #event: EventObject | undefined
  #status = 0
  #error: ClErrorCode | undefined = undefined
  #settled: number | undefined = undefined
  #profile: Profile | undefined = undefined

  constructor(
    event: EventObject,
    order: QueueOrder,
    facts: { readonly bytes: number; readonly waits: readonly TimelineWait[] },
    clock: () => number,
  ) {
    this.#event = event
    this.#id = event.id
    this.#command = event.command as AnyCommand['_tag']
    this.#order = order
    this.#bytes = facts.bytes
    this.#waits = facts.waits
    this.#clock = clock
    this.#enqueued = clock()
  }

  settled(event: EventObject): void {
    this.#settled = this.#clock()
    this.#status = event.status
    this.#error = event.error?._tag
    this.#profile = event.profile
    this.#event = undefined
    this.#order.settle(this.#id)
  }

  toEntry(): TimelineEntry {
    return {
      id: this.#id,
      command: this.#command,
      queue: this.#order.queue,
      bytes: this.#bytes,
      waits: this.#waits,
      status: this.#event?.status ?? this.#status,
      error: this.#error,
      enqueued: this.#enqueued,
      settled: this.#settled,
      profile: this.#profile,
    }
  }
}
