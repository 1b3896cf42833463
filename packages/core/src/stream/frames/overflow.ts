import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'

/** A frame that found no room and was not worked on. */
export interface Overflow {
  readonly _tag: 'Overflow'
  /** Which frame of its source, from 0. */
  readonly index: number
  /** How many frames were in flight, which is how many may be. */
  readonly inFlight: number
}

/** One Left for each of several frames in a row; it takes no more memory for many than for one. */
export class OverflowRun implements Iterable<Either<Overflow, never>> {
  readonly #first: number
  readonly #inFlight: number
  #count = 1

  constructor(first: number, inFlight: number) {
    this.#first = first
    this.#inFlight = inFlight
  }

  /** The next frame found no room either. */
  grow(): void {
    this.#count += 1
  }

  *[Symbol.iterator](): Generator<Either<Overflow, never>> {
    for (let i = 0; i < this.#count; i += 1)
      yield E.left({ _tag: 'Overflow', index: this.#first + i, inFlight: this.#inFlight })
  }
}
