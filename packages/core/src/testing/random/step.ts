import * as fc from 'fast-check'

/** Raw numbers; what they mean depends on the memory that a step finds. */
interface Choice {
  /** Numbers are taken modulo the memory's limits; wild ones may pass them a little, so that the command is refused. */
  readonly wild: boolean
  /** Through the operator, not as a command value. */
  readonly asOperator: boolean
  /** Which of the queues. */
  readonly lane: number
  readonly src: number
  readonly dst: number
  /** Which of the program's arrays; an array of the step's own, too. */
  readonly host: number
  readonly srcAt: readonly [number, number, number]
  readonly dstAt: readonly [number, number, number]
  readonly size: readonly [number, number, number]
  readonly blocking: boolean
  /** Which of the earlier commands it waits for, where a program waits at random. */
  readonly after: number
}

/** Those that need a map to be there stand twice. */
export const STEP_KINDS = [
  'writeBuffer',
  'readBuffer',
  'copyBuffer',
  'writeBufferRect',
  'readBufferRect',
  'copyBufferRect',
  'fillBuffer',
  'writeImage',
  'readImage',
  'copyImage',
  'fillImage',
  'copyImageToBuffer',
  'copyBufferToImage',
  'mapBuffer',
  'mapImage',
  'svmMap',
  'unmap',
  'unmap',
  /** No command: the host looks at what is mapped, and writes there. */
  'touch',
  'touch',
  'migrate',
  'svmMemcpy',
  'svmMemFill',
  'svmMigrate',
  'svmFree',
  'marker',
  'barrier',
] as const

export interface Step extends Choice {
  readonly kind: (typeof STEP_KINDS)[number]
}

const number = fc.nat({ max: 999 })
const triple = fc.tuple(number, number, number)

const step: fc.Arbitrary<Step> = fc.record(
  {
    kind: fc.constantFrom(...STEP_KINDS),
    wild: fc.nat({ max: 7 }).map((n) => n === 7),
    asOperator: fc.boolean(),
    lane: fc.nat({ max: 3 }),
    src: fc.nat({ max: 11 }),
    dst: fc.nat({ max: 11 }),
    host: fc.nat({ max: 4 }),
    srcAt: triple,
    dstAt: triple,
    size: triple,
    blocking: fc.boolean(),
    after: fc.nat({ max: 47 }),
  },
  { noNullPrototype: true },
)

export const programs: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 1,
  maxLength: 24,
  size: 'max',
})
