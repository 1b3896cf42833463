import { markAsUntransferable } from 'node:worker_threads'
import type { MappedMemory, MappingRef } from '@rxcl/core/port'
import type { Binding, MappedRecord } from '../binding/binding.ts'
import type { Holdings } from './holdings.ts'
import type { Mirror } from './mirror.ts'

/** How a program sees memory that the driver has mapped, or memory of its own that it sees instead. */
export interface MappedView {
  readonly own: MappedMemory | undefined
  /** Where `own` is not what the driver has mapped. */
  readonly mirror?: Mirror | undefined
  readonly from: (record: MappedRecord) => MappedMemory
}

/** What the port knows a mapping by. */
export class NativeMapping {
  /** The addon's number; negative where it had no memory. */
  readonly handle: number
  /** The event of the map command. */
  readonly event: number
  /** The map has failed: there is nothing to unmap. */
  hasFailed = false
  readonly #binding: Binding
  readonly #holdings: Holdings
  readonly #view: MappedView
  #isReleased = false

  constructor(binding: Binding, holdings: Holdings, event: number, view: MappedView) {
    this.#binding = binding
    this.#holdings = holdings
    this.#view = view
    this.event = event
    this.handle = binding.createMapping()
    if (this.handle > 0) holdings.hold(this.handle)
  }

  /** Throws where the runtime forbids arrays over memory that is not its own. */
  memory(): MappedMemory {
    const { own, from } = this.#view
    if (own !== undefined) return own
    const record = this.#binding.mappedMemory(this.handle)
    if (record === undefined)
      throw new TypeError(
        'This JavaScript runtime forbids arrays over memory that is not its own (Electron does): use read and write ' +
          'commands in place of maps.',
      )
    markAsUntransferable(record.bytes)
    return from(record)
  }

  /** The map has settled. */
  settled(status: number): void {
    this.hasFailed = status < 0
    const { mirror, from } = this.#view
    const record = mirror === undefined || this.hasFailed ? undefined : this.#binding.mappedMemory(this.handle)
    if (record !== undefined) mirror?.open(from(record))
  }

  /** The program may look no more. */
  detach(): void {
    this.#view.mirror?.close()
    if (this.handle > 0 && !this.#isReleased) this.#binding.detachMapping(this.handle)
  }

  /** No unmap will come, or it is with the driver. The addon unmaps what is still mapped. */
  release(): void {
    if (this.#isReleased) return
    this.#isReleased = true
    if (this.handle > 0) this.#holdings.release(this.handle)
  }
}

/** The mapping of a command whose map has been taken. */
export const mappingOf = (ref: MappingRef): NativeMapping => ref.handle as NativeMapping
