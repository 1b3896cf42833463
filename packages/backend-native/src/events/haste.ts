/**
 * Milliseconds during which one task looks at a command on end: some short copies of an H200, and about what a thread
 * that sleeps takes to wake up. Input and timers of the program wait no longer than that for a command.
 */
const LOOK = 0.03
/** After more milliseconds a command was not short: a turn of the event loop comes before the looks on end. */
const SHORT = 2 * LOOK
/** With more commands in flight the ends come in numbers, and one turn more of the event loop matters little. */
const FEW = 4
/** So many commands in a row must have been short. */
const PROOF = 3

/** When to look at a command on end: only where the last commands have ended so soon that it would have paid. */
export class Haste {
  #began = 0
  #hasLooked = false
  #short = 0

  /** Commands have been given to the driver. */
  begin(now: number): void {
    this.#began = now
    this.#hasLooked = false
  }

  /** A command has ended. */
  end(now: number): void {
    this.#short = now - this.#began < SHORT ? Math.min(this.#short + 1, PROOF) : 0
  }

  /** Until when a task may look on end at the oldest of the commands in flight; not later than `now` where it may not. */
  until(now: number, inFlight: number): number {
    if (inFlight > FEW || this.#short < PROOF || this.#hasLooked) return now
    this.#hasLooked = true
    return now + LOOK
  }
}
