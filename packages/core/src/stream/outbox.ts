import * as E from 'fp-ts/lib/Either.js'
import type { EventObject } from '../model/event.ts'

/** A result on its way. */
export interface Entry {
  /** Undefined for a Left, which waits only for its turn. */
  readonly event: EventObject | undefined
  readonly emission: E.Either<unknown, unknown>
}

/** Results that are emitted when their event is complete, in the order in which they were asked for. */
export class Outbox {
  readonly #entries: Entry[] = []
  #sent = 0

  get isEmpty(): boolean {
    return this.#sent === this.#entries.length
  }

  add(event: EventObject | undefined, emission: E.Either<unknown, unknown>): void {
    this.#entries.push({ event, emission })
  }

  /** The next result whose time has come: its value, or the failure of its event. */
  take(): E.Either<unknown, unknown> | undefined {
    const entry = this.#entries[this.#sent]
    if (entry === undefined || (entry.event !== undefined && !entry.event.isSettled)) return undefined
    this.#sent += 1
    if (this.#sent === this.#entries.length) {
      this.#entries.length = 0
      this.#sent = 0
    } else if (this.#sent >= 1024 && this.#sent * 2 > this.#entries.length) {
      this.#entries.splice(0, this.#sent)
      this.#sent = 0
    }
    return entry.event?.error === undefined ? entry.emission : E.left(entry.event.error)
  }

  /** Forgets the results that have not been taken, and says what they would have been. */
  drop(): readonly Entry[] {
    const dropped = this.#entries.slice(this.#sent)
    this.#entries.length = 0
    this.#sent = 0
    return dropped
  }
}
