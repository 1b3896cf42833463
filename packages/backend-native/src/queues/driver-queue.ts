import type { Holdings } from '../objects/holdings.ts'

/** A cl_command_queue: given back when it is retired and the driver has ended all its commands. */
export class DriverQueue {
  readonly handle: number
  readonly #holdings: Holdings
  #inFlight = 0
  #isRetired = false

  constructor(handle: number, holdings: Holdings) {
    this.handle = handle
    this.#holdings = holdings
    holdings.hold(handle)
  }

  enter(): void {
    this.#inFlight += 1
  }

  leave(): void {
    this.#inFlight -= 1
    this.#releaseWhenDrained()
  }

  /** No more commands are coming. */
  retire(): void {
    this.#isRetired = true
    this.#releaseWhenDrained()
  }

  #releaseWhenDrained(): void {
    if (this.#isRetired && this.#inFlight === 0) this.#holdings.release(this.handle)
  }
}
