import { AccessBuckets } from './access-buckets.ts'
import type { Access } from './access.ts'
import type { FoundAccesses } from './found-accesses.ts'

/** The cells of the lowest level have so many bytes, those of each further one eight times as many. */
const SMALLEST = 16
const STEP = 8

const levelOf = ({ start, end }: { readonly start: number; readonly end: number }): number => {
  let level = 0
  for (let size = SMALLEST; size < end - start; size *= STEP) level += 1
  return level
}

/** Accesses by how long they are and where they lie. Adding and removing one takes the same time however many there are. */
export class AccessGrid {
  /** Accesses of one level reach from their cell into the next at most. */
  readonly #levels: AccessBuckets[] = []

  add(access: Access): void {
    const level = levelOf(access)
    while (this.#levels.length <= level) this.#levels.push(new AccessBuckets(SMALLEST * STEP ** this.#levels.length))
    this.#levels[level]?.add(access)
  }

  remove(access: Access): void {
    this.#levels[levelOf(access)]?.remove(access)
  }

  /** The first of some accesses, among them those of about the same length that begin there. */
  headLike(access: Access): Access | undefined {
    return this.#levels[levelOf(access)]?.headAt(access.start)
  }

  /** Adds to `found` what reaches into the bytes from `start` up to `end`. */
  find(start: number, end: number, found: FoundAccesses): void {
    for (const level of this.#levels) if (!level.isEmpty) level.find(start, end, found)
  }
}
