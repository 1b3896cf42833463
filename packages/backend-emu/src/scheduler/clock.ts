/** A clock that never goes back and never answers what is no number, whatever the one it reads does. */
export class Clock {
  readonly #read: () => number
  #latest = 0

  /** `read` answers milliseconds. */
  constructor(read: () => number) {
    this.#read = read
  }

  /** In milliseconds. */
  now(): number {
    try {
      const now = this.#read()
      if (now > this.#latest && now < Number.MAX_SAFE_INTEGER) this.#latest = now
    } catch {
      // No command may be lost to a clock that fails: time stands still.
    }
    return this.#latest
  }
}
