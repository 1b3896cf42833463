import { describe, expect, it } from 'vitest'
import { enqueueCommand } from '../../src/graph/enqueue-command.ts'
import { Command, eventInfo, type ClEvent } from '../../src/index.ts'
import { ALREADY_COMPLETE, CompositeEvent, EventObject } from '../../src/model/event.ts'
import type { QueueObject } from '../../src/model/queue.ts'
import { COMMAND_TYPES } from '../../src/query/command-type.ts'
import { EVENT_INFO } from '../../src/validate/conditions/queries/event-info.ts'
import { recorded, right, turn } from '../stream/fixture.ts'
import { specifyTotal } from '../validate/anything.ts'
import { specifyConditions, specifyFaults, type Check } from '../validate/specification.ts'

/** Where the constant of C is not the name of the function in capitals. */
const SPELT_OTHERWISE: Readonly<Record<string, string>> = { SvmMemFill: 'SVM_MEMFILL', UserEvent: 'USER' }

const world = () => {
  const made = recorded()
  return { ...made, event: right(made.context.createUserEvent()) }
}
type World = ReturnType<typeof world>
const check: Check = ({ event }) => eventInfo(event as ClEvent)
const spec = { table: EVENT_INFO, world, base: ({ event }: World) => ({ event }), check }
const event = { parameter: 'event', vary: 'event', control: (now: World) => now.event }
const ofReleased = () => {
  const gone = world()
  gone.context.release()
  return gone.event
}

specifyConditions({ ...spec, cases: { event: { ...event, fault: ofReleased } } })

describe('eventInfo', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['what only looks like an event', 'CL_INVALID_EVENT', { ...event, fault: () => ({ _tag: 'Event', status: 0 }) }],
    ['the event of what is already there', 'CL_INVALID_EVENT', { ...event, fault: () => ALREADY_COMPLETE }],
    [
      'an event that stands for several',
      'CL_INVALID_EVENT',
      {
        ...event,
        fault: ({ context, event: one }) =>
          new CompositeEvent([one, right(context.createUserEvent())] as unknown as EventObject[]),
      },
    ],
  ])

  it('of a user event has no queue, and the status that was set', () => {
    const { context, event: user } = world()
    const info = () => right(eventInfo(user))
    expect(info()).toMatchObject({
      commandQueue: undefined,
      commandType: 'CL_COMMAND_USER',
      commandExecutionStatus: 2,
    })
    expect(info().context).toBe(context)
    user.fail(-5)
    expect(info().commandExecutionStatus).toBe(-5)
  })

  it('of a command has its queue and type, and its status as it is when asked', async () => {
    const now = world()
    const of = right(enqueueCommand(now.queue, Command.marker(), []))
    const info = () => right(eventInfo(of))
    expect(info()).toMatchObject({ commandType: 'CL_COMMAND_MARKER', commandExecutionStatus: 3 })
    expect(info().commandQueue).toBe(now.queue)
    expect(info().context).toBe(now.context)
    await turn()
    expect(info().commandExecutionStatus).toBe(2)
    now.backend.settleAll()
    expect(info().commandExecutionStatus).toBe(0)
  })

  it.each(Object.keys(COMMAND_TYPES))('of %s names its type', (command) => {
    const { queue } = world()
    const of = new EventObject(1, (queue as QueueObject).context, queue as QueueObject, command, {
      eventStatus: () => 2,
    })
    const snake = command.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
    expect(right(eventInfo(of)).commandType).toBe(`CL_COMMAND_${SPELT_OTHERWISE[command] ?? snake}`)
  })
})
