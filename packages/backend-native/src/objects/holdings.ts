import type { Binding } from '../binding/binding.ts'

/**
 * The driver's objects that one context holds. An object that a command still in the driver's hands uses, though the
 * program has been told of its end, is given back only when the driver has let go of it.
 */
export class Holdings {
  readonly #binding: Binding
  readonly #context: number
  readonly #held = new Set<number>()
  /** How many such commands use an object, and whether it is to be given back after the last. */
  readonly #lent = new Map<number, { count: number; isReleased: boolean }>()
  #isContextReleased = false

  constructor(binding: Binding, context: number) {
    this.#binding = binding
    this.#context = context
  }

  /** Keeps a handle that the driver has just answered. */
  hold(handle: number): void {
    this.#held.add(handle)
  }

  lend(handle: number): void {
    const loan = this.#lent.get(handle)
    if (loan === undefined) this.#lent.set(handle, { count: 1, isReleased: false })
    else loan.count += 1
  }

  giveBack(handle: number): void {
    const loan = this.#lent.get(handle)
    if (loan === undefined) return
    loan.count -= 1
    if (loan.count > 0) return
    this.#lent.delete(handle)
    if (loan.isReleased) this.#drop(handle)
  }

  release(handle: number): void {
    const loan = this.#lent.get(handle)
    if (loan === undefined) this.#drop(handle)
    else loan.isReleased = true
  }

  /** The context itself; the driver keeps what its other objects need of it. */
  releaseContext(): void {
    if (this.#isContextReleased) return
    this.#isContextReleased = true
    this.#binding.release(this.#context)
  }

  /** For a context that the program dropped: parts before what they are parts of. */
  releaseAll(): void {
    for (const handle of [...this.#held].toReversed()) this.#drop(handle)
    this.releaseContext()
  }

  #drop(handle: number): void {
    if (this.#held.delete(handle)) this.#binding.release(handle)
  }
}
