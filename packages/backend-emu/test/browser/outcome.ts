/** What the page found out on one backend. Plain JSON: it leaves the browser as such. */
export interface BackendOutcome {
  /** The rectangle that came back through image, buffer and host. */
  readonly crop: readonly number[]
  /** What host memory held after host → SVM → SVM → host. */
  readonly svm: readonly number[]
  /** The code and the parameter of a copy onto itself; the code alone where there is no parameter. */
  readonly refusal: readonly string[]
  /** What the two branches of a diamond wrote side by side. */
  readonly diamond: readonly number[]
  readonly contract: ContractOutcome
}

export interface ContractOutcome {
  readonly cases: number
  readonly passed: number
  /** One line for each case that failed. */
  readonly failed: readonly string[]
}

/** Large copies, one after another, watched by timers. */
export interface LongCopyOutcome {
  /** Of each copy. */
  readonly bytes: number
  /** Whether the last destination holds what the source held. */
  readonly isEqual: boolean
  /** Timers that fired after the device began the first copy and before it ended the last. */
  readonly timersWithin: number
  /** Milliseconds: the longest time within in which none fired. */
  readonly longestGap: number
  /** Milliseconds from the begin of the first to the end of the last. */
  readonly duration: number
}

export interface HostOutcome {
  /** Without it the emulator turns to messages. */
  readonly hasSetImmediate: boolean
  /** Messages posted between the ports of this page: one for each task of the emulator. */
  readonly messages: number
}

export interface PageOutcome {
  readonly emulator: BackendOutcome
  readonly seeded: BackendOutcome
  readonly longCopy: LongCopyOutcome
  /** The same in a single task. */
  readonly unslicedCopy: LongCopyOutcome
  readonly host: HostOutcome
}
