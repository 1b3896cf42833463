import { Pursuit, type Pursued } from './pursuit.ts'

/** After a failure: the first look, and the longest time between two. */
const SOON = 20
const SELDOM = 1000
/** Milliseconds without an end after which a driver is looked at, and one that is known to forget ends. */
const PATIENCE = 250
const LITTLE_PATIENCE = 50

export interface Watched extends Pursued {
  /** How many of them, or of those that have ended, the driver still owes a word about. */
  readonly doubts: number
  /** Looks at every command in flight. */
  look(): void
}

/**
 * Drivers may end a command without a word. While commands are in flight and none ends, or after a failure, their events
 * are looked at from time to time. The timer keeps no process alive: commands in flight do.
 */
export class Watch {
  readonly #watched: Watched
  /** Milliseconds without an end after which a look is due. */
  #patience = PATIENCE
  #timer: NodeJS.Timeout | undefined = undefined
  #delay = 0
  #hasSeenEnd = false
  #pursuit: Pursuit | undefined = undefined

  constructor(watched: Watched) {
    this.#watched = watched
  }

  /** A driver is known to forget ends. */
  distrust(): void {
    this.#patience = LITTLE_PATIENCE
  }

  /** A driver is known to call back late. */
  pursue(): void {
    this.#pursuit ??= new Pursuit(this.#watched)
  }

  /** Commands are in flight. */
  start(): void {
    this.#pursuit?.start()
    if (this.#timer === undefined) this.#arm(this.#patience)
  }

  noteEnd(): void {
    this.#hasSeenEnd = true
  }

  /** A command has failed: others may never end by themselves. */
  suspect(): void {
    if (this.#timer !== undefined && this.#delay <= SOON) return
    clearTimeout(this.#timer)
    this.#arm(SOON)
  }

  #arm(delay: number): void {
    this.#delay = delay
    this.#timer = setTimeout(() => this.#tick(), delay)
    this.#timer.unref()
  }

  #tick(): void {
    this.#timer = undefined
    const hasDoubts = this.#watched.doubts > 0
    const isDue = hasDoubts || !this.#hasSeenEnd
    this.#hasSeenEnd = false
    if (this.#watched.inFlight === 0) return
    // Armed first: a listener may throw.
    this.#arm(hasDoubts ? Math.min(this.#delay * 2, SELDOM) : this.#patience)
    if (isDue) this.#watched.look()
  }
}
