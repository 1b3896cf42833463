import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ContextIdentity } from '../../../src/model/context-identity.ts'
import { CREATE_QUEUE } from '../../../src/validate/conditions/creation/create-queue.ts'
import { validateCreateQueue } from '../../../src/validate/creation/create-queue.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { context, device } from '../objects.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Check, type Input } from '../specification.ts'

const world = () => {
  const plain = device({ outOfOrderQueues: false })
  const able = device()
  return { plain, able, here: context(plain, able), gone: { devices: [plain, able], released: true } }
}
type World = ReturnType<typeof world>

const check: Check = ({ context: of, options, ...fields }) =>
  validateCreateQueue(of as ContextIdentity)(options === undefined ? fields : options)
const base = ({ here, able }: World): Input => ({
  context: here,
  device: able,
  outOfOrder: true,
  profiling: true,
  options: undefined,
})
const spec = { table: CREATE_QUEUE, world, base, check }

specifyConditions({
  ...spec,
  cases: {
    'context-live': {
      parameter: 'context',
      vary: 'context',
      fault: ({ gone }) => gone,
      control: ({ here }) => here,
    },
    'device-kind': { parameter: 'device', vary: 'device', fault: () => 'gpu', control: ({ able }) => able },
    'device-context': { parameter: 'device', vary: 'device', fault: () => device(), control: ({ able }) => able },
    properties: { parameter: 'properties', vary: 'profiling', fault: () => 1, control: () => true },
    'properties-unsupported': {
      parameter: 'properties',
      vary: 'device',
      fault: ({ plain }) => plain,
      control: ({ able }) => able,
    },
  },
})

describe('createCommandQueue', () => {
  const fixed = world()
  specifyTotal({
    world: () => fixed,
    base: ({ able }) => ({ device: able, outOfOrder: true, profiling: true }),
    check: (fields) => check({ ...fields, context: fixed.here }),
  })

  specifyFaults(spec, [
    [
      'an option that queues do not have',
      'CL_INVALID_VALUE',
      {
        parameter: 'properties',
        vary: 'options',
        fault: () => ({ outOfOder: true }),
        control: () => ({ outOfOrder: false }),
      },
    ],
    ['null', 'CL_INVALID_VALUE', { parameter: 'properties', vary: 'options', fault: () => null, control: () => ({}) }],
    [
      'text as outOfOrder',
      'CL_INVALID_VALUE',
      { parameter: 'properties', vary: 'outOfOrder', fault: () => 'yes', control: () => undefined },
    ],
    [
      'null as device',
      'CL_INVALID_DEVICE',
      { parameter: 'device', vary: 'device', fault: () => null, control: ({ able }) => able },
    ],
  ])

  specifyLegal(spec, [['an in-order queue of any device', ({ plain }) => ({ device: plain, outOfOrder: false })]])

  specifyOrder(
    spec,
    ({ gone }) => ({ context: gone, device: 'gpu', outOfOrder: true, profiling: 'on' }),
    ({ here, plain, able }) => [
      ['CL_INVALID_CONTEXT', 'context', { context: here }],
      ['CL_INVALID_DEVICE', 'device', { device: plain }],
      ['CL_INVALID_VALUE', 'properties', { profiling: false }],
      ['CL_INVALID_QUEUE_PROPERTIES', 'properties', { device: able }],
    ],
  )

  it.each([[undefined], [{}]])('without options takes the first device, in order, without profiling', (options) => {
    const { here, plain } = world()
    const answer = validateCreateQueue(here)(options)
    expect(answer).toEqual(right({ device: plain, outOfOrder: false, profiling: false }))
    if (answer._tag === 'Right') expect(answer.right.device).toBe(plain)
  })
})
