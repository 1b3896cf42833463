/** Keeps the latest `limit` items; older ones are dropped and counted. */
export class Latest<A> {
  readonly #limit: number
  readonly #items: A[] = []
  /** Where the oldest is, once the room is full. */
  #oldest = 0
  #dropped = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get dropped(): number {
    return this.#dropped
  }

  add(item: A): void {
    if (this.#items.length < this.#limit) {
      this.#items.push(item)
      return
    }
    this.#items[this.#oldest] = item
    this.#oldest = (this.#oldest + 1) % this.#limit
    this.#dropped += 1
  }

  /** The oldest first. */
  values(): readonly A[] {
    return [...this.#items.slice(this.#oldest), ...this.#items.slice(0, this.#oldest)]
  }
}
