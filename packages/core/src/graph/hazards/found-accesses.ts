import type { Access } from './access.ts'

/** What a search has found. One is used again and again: a new array for each command costs more than the search. */
export class FoundAccesses {
  readonly #items: (Access | undefined)[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  add(access: Access): void {
    this.#items[this.#size] = access
    this.#size += 1
  }

  at(index: number): Access {
    return this.#items[index] as Access
  }

  /** Keeps what conflicts with an access, of those that reach into its span. */
  keepConflicts(access: Access): void {
    const items = this.#items
    let kept = 0
    for (let index = 0; index < this.#size; index += 1) {
      const other = items[index] as Access
      items[index] = undefined
      if (other.event === access.event || !access.overlaps(other)) continue
      items[kept] = other
      kept += 1
    }
    this.#size = kept
  }

  /** Nothing is found, and nothing is kept alive. */
  clear(): void {
    for (let index = 0; index < this.#size; index += 1) this.#items[index] = undefined
    this.#size = 0
  }
}
