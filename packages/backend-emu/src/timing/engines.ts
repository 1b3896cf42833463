/** What carries out the commands of one device that take time: each engine one of them at a time, for all contexts. */
export class Engines {
  #free: number
  /** Those that wait for one, in the order in which they came. */
  readonly #waiting: (() => void)[] = []

  /** `count` may be Infinity. */
  constructor(count: number) {
    this.#free = count
  }

  /** Calls `grant` when there is an engine, at once where one is free. */
  request(grant: () => void): void {
    if (this.#free === 0) this.#waiting.push(grant)
    else {
      this.#free -= 1
      grant()
    }
  }

  giveBack(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free += 1
    else next()
  }
}
