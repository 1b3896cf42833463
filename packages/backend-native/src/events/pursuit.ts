/** Commands still running after which a look goes no further: those behind them have most likely not ended either. */
const MOST = 64
/** Milliseconds without an end during which every turn of the event loop looks. */
const EAGER = 5
/** Milliseconds between looks afterwards. */
const PATIENT = 1

export interface Pursued {
  /** How many commands are in flight. */
  readonly inFlight: number
  /** Looks at the oldest commands in flight, and goes on until `most` of them are found running. True if one has ended. */
  peek(most: number): boolean
}

/**
 * For drivers that call back late: NVIDIA's takes 20 µs more than a wait for a short command, and 20 ms for one of some
 * hundred microseconds. While commands are in flight their events are looked at between the tasks of the program: the
 * thread is never blocked. The loop is kept turning only for a few milliseconds after each end. To look on end, for some
 * microseconds, takes turns of the loop away and no time: measured on an H200.
 */
export class Pursuit {
  readonly #pursued: Pursued
  #isRunning = false
  #lastEnd = 0

  constructor(pursued: Pursued) {
    this.#pursued = pursued
  }

  /** Commands are in flight. */
  start(): void {
    this.#lastEnd = performance.now()
    if (this.#isRunning) return
    this.#isRunning = true
    setImmediate(this.#turn)
  }

  readonly #turn = (): void => {
    this.#isRunning = false
    if (this.#pursued.inFlight === 0) return
    // A listener that throws was told of an end.
    let hasEnded = true
    try {
      hasEnded = this.#pursued.peek(MOST)
    } finally {
      this.#goOn(hasEnded)
    }
  }

  #goOn(hasEnded: boolean): void {
    // A listener of an end may have started commands, and so this again.
    if (this.#isRunning) return
    const now = performance.now()
    if (hasEnded) this.#lastEnd = now
    if (this.#pursued.inFlight === 0) return
    this.#isRunning = true
    if (now - this.#lastEnd < EAGER) setImmediate(this.#turn)
    else setTimeout(this.#turn, PATIENT).unref()
  }
}
