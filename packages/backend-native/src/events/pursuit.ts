import { Haste } from './haste.ts'

/** Commands still running after which a look goes no further: those behind them have most likely not ended either. */
const MOST = 64
/** Milliseconds without an end during which every turn of the event loop looks. */
const EAGER = 5
/** Milliseconds between looks afterwards. */
const PATIENT = 1
/** Milliseconds between looks of one task: to look takes a lock that the driver needs to end the command. */
const BETWEEN = 0.001

export interface Pursued {
  /** How many commands are in flight. */
  readonly inFlight: number
  /** Looks at the oldest commands in flight, and goes on until `most` of them are found running. True if one has ended. */
  peek(most: number): boolean
}

/**
 * For drivers that call back late: NVIDIA's takes 20 µs more than a wait for a short command, and 20 ms for one of some
 * hundred microseconds. While commands are in flight their events are looked at between the tasks of the program. The
 * loop is kept turning only for a few milliseconds after each end.
 *
 * A turn of the loop may take as long as a short command. So where few commands are in flight and the last ones have
 * ended soon, one task looks for some microseconds on end: `Haste` says when and how long.
 */
export class Pursuit {
  readonly #pursued: Pursued
  readonly #haste = new Haste()
  #isRunning = false
  #lastEnd = 0

  constructor(pursued: Pursued) {
    this.#pursued = pursued
  }

  /** Commands are in flight. */
  start(): void {
    const now = performance.now()
    this.#lastEnd = now
    this.#haste.begin(now)
    if (this.#isRunning) return
    this.#isRunning = true
    setImmediate(this.#turn)
  }

  readonly #turn = (): void => {
    this.#isRunning = false
    const { inFlight } = this.#pursued
    if (inFlight === 0) return
    // A listener that throws was told of an end.
    let hasEnded = true
    try {
      hasEnded = this.#pursued.peek(MOST) || this.#hurry(inFlight)
    } finally {
      this.#goOn(hasEnded)
    }
  }

  #goOn(hasEnded: boolean): void {
    // A listener of an end may have started commands, and so this again.
    if (this.#isRunning) return
    const now = performance.now()
    if (hasEnded) {
      this.#lastEnd = now
      this.#haste.end(now)
    }
    if (this.#pursued.inFlight === 0) return
    this.#isRunning = true
    if (now - this.#lastEnd < EAGER) setImmediate(this.#turn)
    else setTimeout(this.#turn, PATIENT).unref()
  }

  /** Looks at the oldest command until it ends or the time for that is over. True if it has ended. */
  #hurry(inFlight: number): boolean {
    let now = performance.now()
    let next = now
    const until = this.#haste.until(now, inFlight)
    for (; now < until; now = performance.now()) {
      if (now < next) continue
      if (this.#pursued.peek(1)) return true
      next = now + BETWEEN
    }
    return false
  }
}
