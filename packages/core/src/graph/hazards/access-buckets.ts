import type { Access } from './access.ts'
import type { FoundAccesses } from './found-accesses.ts'

/** Slots at the beginning, a power of two. */
const SMALLEST = 16

/** As `find`, among an access and those behind it. */
export const findFrom = (head: Access | undefined, start: number, end: number, found: FoundAccesses): void => {
  for (let access = head; access !== undefined; access = access.next)
    if (access.start < end && start < access.end) found.add(access)
}

/**
 * Accesses of at most `cellSize` bytes by the cell of their first byte. Cells share slots, and what shares a slot but
 * does not share bytes is passed over: no hashing, and a cell costs nothing when it is empty. A Map costs three times as
 * much.
 */
export class AccessBuckets {
  readonly #cellSize: number
  #slots: (Access | undefined)[] = Array.from({ length: SMALLEST })
  #size = 0

  constructor(cellSize: number) {
    this.#cellSize = cellSize
  }

  get isEmpty(): boolean {
    return this.#size === 0
  }

  add(access: Access): void {
    if (this.#size === this.#slots.length) this.#grow()
    this.#size += 1
    this.#put(access)
  }

  remove(access: Access): void {
    const { previous, next } = access
    this.#size -= 1
    if (next !== undefined) next.previous = previous
    if (previous === undefined) this.#slots[this.#slotOf(access.start)] = next
    else previous.next = next
  }

  /** The first of the accesses that share a slot with what begins at `start`. */
  headAt(start: number): Access | undefined {
    return this.#slots[this.#slotOf(start)]
  }

  /** Adds to `found` what reaches into the bytes from `start` up to `end`. */
  find(start: number, end: number, found: FoundAccesses): void {
    const slots = this.#slots
    // What begins in the cell before may reach into this one.
    const first = Math.floor(start / this.#cellSize) - 1
    const last = Math.floor((end - 1) / this.#cellSize)
    if (last - first >= slots.length) for (const head of slots) findFrom(head, start, end, found)
    else for (let cell = first; cell <= last; cell += 1) findFrom(slots[cell & (slots.length - 1)], start, end, found)
  }

  #slotOf(start: number): number {
    return Math.floor(start / this.#cellSize) & (this.#slots.length - 1)
  }

  #put(access: Access): void {
    const slot = this.#slotOf(access.start)
    const head = this.#slots[slot]
    access.previous = undefined
    access.next = head
    if (head !== undefined) head.previous = access
    this.#slots[slot] = access
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = Array.from({ length: before.length * 2 })
    for (const head of before)
      for (let access = head; access !== undefined;) {
        const { next } = access
        this.#put(access)
        access = next
      }
  }
}
