import { right as isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { commandQueueInfo, type ClCommandQueue } from '../../src/index.ts'
import { COMMAND_QUEUE_INFO } from '../../src/validate/conditions/queries/command-queue-info.ts'
import { recorded, right } from '../stream/fixture.ts'
import { specifyConditions, specifyFaults, type Check } from '../validate/specification.ts'
import { specifyTotal } from '../validate/anything.ts'

type World = ReturnType<typeof recorded>
const check: Check = ({ queue }) => commandQueueInfo(queue as ClCommandQueue)
const spec = { table: COMMAND_QUEUE_INFO, world: recorded, base: ({ queue }: World) => ({ queue }), check }
const queue = { parameter: 'command_queue', vary: 'queue', control: (world: World) => world.queue }

specifyConditions({
  ...spec,
  cases: {
    'command-queue': {
      ...queue,
      fault: ({ context }) => {
        const gone = right(context.createCommandQueue())
        gone.release()
        return gone
      },
    },
  },
})

describe('commandQueueInfo', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['a buffer', 'CL_INVALID_COMMAND_QUEUE', { ...queue, fault: ({ buffer }) => buffer() }],
    [
      'a queue of a released context',
      'CL_INVALID_COMMAND_QUEUE',
      {
        ...queue,
        fault: () => {
          const other = recorded()
          other.context.release()
          return other.queue
        },
      },
    ],
  ])

  it.each([
    [undefined, { outOfOrder: false, profiling: false }],
    [{ outOfOrder: true }, { outOfOrder: true, profiling: false }],
    [{ profiling: true }, { outOfOrder: false, profiling: true }],
  ])('of a queue made with %j has %j', (options, properties) => {
    const { context } = recorded()
    const info = commandQueueInfo(right(context.createCommandQueue(options)))
    expect(info).toEqual(isRight({ ...properties, context, device: context.devices[0] }))
    expect(right(info).context).toBe(context)
    expect(right(info).device).toBe(context.devices[0])
  })
})
