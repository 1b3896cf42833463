import type { EventObject } from '../model/event.ts'

/** A command that fails is named as the cause by those behind it in its queue; those are never further away than this. */
const KEPT = 4096

/** The latest failures, for the causes of later ones. */
export class FailureLog {
  readonly #events = new Map<number, EventObject>()

  add(event: EventObject): void {
    this.#events.set(event.id, event)
    if (this.#events.size <= KEPT) return
    for (const oldest of this.#events.keys()) {
      this.#events.delete(oldest)
      return
    }
  }

  get(id: number): EventObject | undefined {
    return this.#events.get(id)
  }
}
