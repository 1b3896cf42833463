import type { DeviceScheduler } from '../../src/index.ts'

/** A scheduler whose tasks run when the test says so, and whose time passes when the test says so. */
export class VirtualScheduler implements DeviceScheduler {
  time = 0
  readonly #tasks: (() => void)[] = []

  get pending(): number {
    return this.#tasks.length
  }

  now(): number {
    return this.time
  }

  schedule(work: () => void): void {
    this.#tasks.push(work)
  }

  /** Runs the earliest task. */
  step(): void {
    this.#tasks.shift()?.()
  }

  /** Runs tasks until there are none. */
  flush(): void {
    while (this.#tasks.length > 0) this.step()
  }
}
