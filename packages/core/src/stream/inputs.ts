import { eventOf, isLeftValue } from './input-value.ts'

const NOT_YET = Symbol('not yet')

/** The latest value of each of several inputs. */
export class Inputs {
  readonly #values: unknown[]
  #missing: number

  constructor(count: number) {
    this.#missing = count
    this.#values = Array.from({ length: count }, () => NOT_YET)
  }

  get count(): number {
    return this.#values.length
  }

  at(slot: number): unknown {
    return this.#values[slot]
  }

  has(slot: number): boolean {
    return this.#values[slot] !== NOT_YET
  }

  /** True once every input has brought a value. */
  set(slot: number, value: unknown): boolean {
    if (!this.has(slot)) this.#missing -= 1
    this.#values[slot] = value
    return this.#missing === 0
  }

  /** The first Left among the latest values, or undefined. */
  findLeft(): unknown {
    return this.#values.find(isLeftValue)
  }

  /** The events of the latest values, in the order of the inputs. */
  events(): readonly unknown[] {
    return this.#values.map(eventOf).filter((event) => event !== undefined)
  }
}
