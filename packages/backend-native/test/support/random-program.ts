import fc from 'fast-check'

export interface Step {
  readonly kind: 'write' | 'marker' | 'barrier' | 'user event'
  readonly queue: number
  /** Earlier steps, counted back. */
  readonly waits: readonly number[]
  readonly hasWaitList: boolean
  /** Whether the device fails it, or the program the user event. */
  readonly fails: boolean
}

export interface Program {
  readonly outOfOrder: readonly boolean[]
  readonly steps: readonly Step[]
  readonly behind: 'hangs' | 'fails' | 'runs'
  readonly isForgetful: boolean
  readonly seed: number
}

const stepArb: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('write', 'write', 'write', 'marker', 'barrier', 'user event'),
  queue: fc.nat(2),
  waits: fc.array(fc.nat(8), { maxLength: 3 }),
  hasWaitList: fc.boolean(),
  fails: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
})

export const programArb: fc.Arbitrary<Program> = fc.record({
  outOfOrder: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  steps: fc.array(stepArb, { minLength: 1, maxLength: 40 }),
  behind: fc.constantFrom('hangs', 'fails', 'runs'),
  isForgetful: fc.boolean(),
  seed: fc.nat(),
})

/** A sequence of numbers that looks random: from 0 to below `count` each. */
export const pickerOf = (seed: number): ((count: number) => number) => {
  let state = seed >>> 0
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}
