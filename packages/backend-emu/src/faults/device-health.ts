/** Whether a device is still there. */
export class DeviceHealth {
  /** The status of commands that it does not carry out any more. */
  readonly lossStatus: number
  #left: number
  readonly #losers = new Set<() => void>()

  /** It is lost once so many commands have completed; Infinity for never. */
  constructor(commands: number, lossStatus: number) {
    this.#left = commands
    this.lossStatus = lossStatus
  }

  get isLost(): boolean {
    return this.#left <= 0
  }

  /** `lose` is called when the device is lost, until the answer is called. */
  watch(lose: () => void): () => void {
    this.#losers.add(lose)
    return () => this.#losers.delete(lose)
  }

  /** A command has completed on it, before it was lost. */
  noteComplete(): void {
    this.#left -= 1
    if (this.isLost) for (const lose of this.#losers) lose()
  }
}
