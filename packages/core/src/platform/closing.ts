/** The moment when the backend has a context back. */
export class Closing {
  #isClosed = false
  #waiting: (() => void)[] = []

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Once: `release` gives it back. */
  close(release: () => void): void {
    this.#isClosed = true
    release()
    for (const tell of this.#waiting) tell()
    this.#waiting = []
  }

  /** Resolves at that moment, or at once if it is past. */
  closed(): Promise<void> {
    return this.#isClosed ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve))
  }
}
