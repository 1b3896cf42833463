/** What goes wrong with one command. */
export interface Fate {
  /** With which it fails before it runs, or 0. */
  readonly refusal: number
  /** With which it fails while it runs, or 0. */
  readonly failure: number
  /** The bytes that it moves before it fails while it runs. */
  readonly bytes: number
  /** How much longer it takes, in milliseconds. */
  readonly delay: number
}

export const NO_FATE: Fate = { refusal: 0, failure: 0, bytes: Infinity, delay: 0 }
