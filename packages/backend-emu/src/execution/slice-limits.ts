/** When the device lets other tasks of the thread go first. */
export interface SliceLimits {
  /** Bytes moved in one task. */
  readonly bytes: number
  /** Milliseconds of the device's clock spent in one task. */
  readonly ms: number
}

/** The most bytes moved before the clock is read again: 1 to 2 ms of a plain memory copy. */
export const CHUNK_BYTES = 8 * 1024 * 1024

/** So many short commands run before the clock is read again. */
export const CLOCK_EVERY = 64
