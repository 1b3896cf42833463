import type { Hazard } from './hazard.ts'
import type { HazardListener } from './hazards.ts'

/** Who is told of the hazards of one context. */
export class HazardListeners {
  readonly #listeners = new Set<HazardListener>()
  #isClosed = false

  /** Returns how to stop being told. */
  add(listener: HazardListener): () => void {
    if (this.#isClosed) listener.closed()
    else this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(hazard: Hazard): void {
    for (const listener of this.#listeners) listener.found(hazard)
  }

  /** The context is closed. */
  close(): void {
    this.#isClosed = true
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener.closed()
  }
}
