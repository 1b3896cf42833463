import { isMainThread } from 'node:worker_threads'
import type { Binding } from '../binding/binding.ts'

/** Smaller results lie in ordinary memory, which costs little there. */
export const POOLED_BYTES = 1_048_576

/** After so long without a large result the spare is dropped. */
const IDLE_MILLISECONDS = 1000

/**
 * Whether an array of a worker may be over lent memory. Node forbids to post it, but not to move it by
 * `ArrayBuffer.prototype.transfer` (Node 22) and post what that gives; Node takes the memory back when the worker ends.
 */
export const isSafeIn = (thread: { readonly isMain: boolean; readonly canMove: boolean }): boolean =>
  thread.isMain || !thread.canMove

const IS_SAFE = isSafeIn({ isMain: isMainThread, canMove: 'transfer' in ArrayBuffer.prototype })

/**
 * Memory for large results, used before where possible: the system takes several times longer to give fresh pages, and to
 * take them back, than a driver takes to fill them.
 *
 * An array over so much memory makes V8 collect garbage, often at once. So the next result's array is made beforehand,
 * while the device is busy with this one.
 */
export class ResultMemory {
  readonly #binding: Binding
  #spare: Uint8Array | undefined
  #wanted = 0
  #isDue = false
  #idle: NodeJS.Timeout | undefined

  constructor(binding: Binding) {
    this.#binding = binding
  }

  /** Undefined: ordinary memory has to serve. */
  take(size: number): Uint8Array | undefined {
    if (size < POOLED_BYTES || !IS_SAFE) return undefined
    const spare = this.#spare?.byteLength === size ? this.#spare : undefined
    if (spare !== undefined) this.#spare = undefined
    const memory = spare ?? this.#make(size)
    if (memory !== undefined) this.#prepare(size)
    return memory
  }

  #make(size: number): Uint8Array | undefined {
    const buffer = this.#binding.hostMemory(size)
    return buffer === undefined ? undefined : new Uint8Array(buffer)
  }

  #prepare(size: number): void {
    this.#wanted = size
    if (this.#isDue) return
    this.#isDue = true
    // A task of its own comes after the turn in which the commands go to the driver.
    setImmediate(() => {
      this.#isDue = false
      if (this.#spare?.byteLength !== this.#wanted) this.#spare = this.#make(this.#wanted)
      this.#idle ??= setTimeout(() => (this.#spare = undefined), IDLE_MILLISECONDS).unref()
      this.#idle.refresh()
    }).unref()
  }
}
