import { findFrom } from './access-buckets.ts'
import { AccessGrid } from './access-grid.ts'
import type { Access } from './access.ts'
import type { FoundAccesses } from './found-accesses.ts'

/** With more accesses than this a grid is faster than looking at each. */
const FEW = 8

/** The accesses of one kind, reads or writes, to one memory: a plain list while they are few. */
export class AccessList {
  #head: Access | undefined = undefined
  #size = 0
  #grid: AccessGrid | undefined = undefined

  get isEmpty(): boolean {
    return this.#size === 0
  }

  add(access: Access): void {
    access.isListed = true
    this.#size += 1
    if (this.#size > FEW && this.#grid === undefined) this.#moveToGrid()
    if (this.#grid !== undefined) {
      this.#grid.add(access)
      return
    }
    access.next = this.#head
    if (this.#head !== undefined) this.#head.previous = access
    this.#head = access
  }

  remove(access: Access): void {
    this.#size -= 1
    if (this.#grid !== undefined) this.#grid.remove(access)
    else {
      if (access.next !== undefined) access.next.previous = access.previous
      if (access.previous === undefined) this.#head = access.next
      else access.previous.next = access.next
    }
    access.isListed = false
    access.previous = undefined
    access.next = undefined
    if (this.#size === 0) this.#grid = undefined
  }

  /** Adds to `found` what reaches into the bytes from `start` up to `end`. */
  find(start: number, end: number, found: FoundAccesses): void {
    if (this.#grid === undefined) findFrom(this.#head, start, end, found)
    else this.#grid.find(start, end, found)
  }

  /** Adds to `found` some accesses, few, among which are those to the same bytes if these are few. */
  findAlike(access: Access, found: FoundAccesses): void {
    let alike = this.#grid === undefined ? this.#head : this.#grid.headLike(access)
    for (let left = FEW; alike !== undefined && left > 0; left -= 1) {
      found.add(alike)
      alike = alike.next
    }
  }

  #moveToGrid(): void {
    const grid = new AccessGrid()
    this.#grid = grid
    let access = this.#head
    this.#head = undefined
    while (access !== undefined) {
      const { next } = access
      grid.add(access)
      access = next
    }
  }
}
