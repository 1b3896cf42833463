/** Who waits for a slot; undefined: there will be none. */
type Waiter<R> = (slot: R | undefined) => void

/** Slots and who waits for one: the slot that has rested longest goes to the one who has waited longest. */
export class SlotPool<R> {
  readonly #free: R[]
  readonly #waiting = new Set<Waiter<R>>()
  #isServing = false
  #isClosed = false

  constructor(slots: readonly R[]) {
    this.#free = [...slots]
  }

  /** Calls `start` with a slot, at once if one is free. The answer stops waiting. */
  take(start: Waiter<R>): () => void {
    const waiter: Waiter<R> = (slot) => start(slot)
    this.#waiting.add(waiter)
    this.#serve()
    return () => this.#waiting.delete(waiter)
  }

  giveBack(slot: R): void {
    this.#free.push(slot)
    this.#serve()
  }

  /** Nobody gets a slot from now on. */
  close(): void {
    this.#isClosed = true
    this.#serve()
  }

  /** A loop: a frame that is done at once gives its slot to the next, and so on, without end. */
  #serve(): void {
    if (this.#isServing) return
    this.#isServing = true
    for (const waiter of this.#waiting) {
      if (!this.#isClosed && this.#free.length === 0) break
      this.#waiting.delete(waiter)
      waiter(this.#isClosed ? undefined : this.#free.shift())
    }
    this.#isServing = false
  }
}
