import { right as isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { eventProfilingInfo, type ClEvent } from '../../src/index.ts'
import { ALREADY_COMPLETE, EventObject } from '../../src/model/event.ts'
import type { QueueObject } from '../../src/model/queue.ts'
import { EVENT_PROFILING_INFO } from '../../src/validate/conditions/queries/event-profiling-info.ts'
import { recorded, right } from '../stream/fixture.ts'
import { specifyTotal } from '../validate/anything.ts'
import { specifyOrder } from '../validate/check-order.ts'
import { expectRefusal, specifyConditions, specifyFaults, type Check } from '../validate/specification.ts'

const PROFILE = { queued: 1n, submit: 2n, start: 3n, end: 5n }

/** A profiled marker that has ended with a status, and others to compare it with. */
const world = () => {
  const { context } = recorded()
  const markerOn = (profiling: boolean, status: number | undefined, profile: typeof PROFILE | null = PROFILE) => {
    const queue = right(context.createCommandQueue({ profiling })) as QueueObject
    const event = new EventObject(1, queue.context, queue, 'Marker', { eventStatus: () => 1 })
    if (status !== undefined) event.settle(status, undefined, status === 0 ? (profile ?? undefined) : undefined)
    return event
  }
  return { context, markerOn, complete: markerOn(true, 0) }
}
type World = ReturnType<typeof world>
const check: Check = ({ event }) => eventProfilingInfo(event as ClEvent)
const spec = { table: EVENT_PROFILING_INFO, world, base: ({ complete }: World) => ({ event: complete }), check }
const event = { parameter: 'event', vary: 'event', control: ({ complete }: World) => complete }

const ofReleased = () => {
  const gone = world()
  gone.context.release()
  return gone.complete
}

specifyConditions({
  ...spec,
  cases: {
    event: { ...event, fault: ofReleased },
    'queue-profiling': { ...event, fault: ({ markerOn }) => markerOn(false, 0, null) },
    incomplete: { ...event, fault: ({ markerOn }) => markerOn(true, undefined) },
    'user-event': { ...event, fault: ({ context }) => right(context.createUserEvent()) },
  },
})

describe('eventProfilingInfo', () => {
  specifyTotal(spec)

  specifyFaults(spec, [
    ['the event of what is already there', 'CL_INVALID_EVENT', { ...event, fault: () => ALREADY_COMPLETE }],
    ['no event', 'CL_INVALID_EVENT', { ...event, fault: () => undefined }],
    [
      'a command that has failed',
      'CL_PROFILING_INFO_NOT_AVAILABLE',
      { ...event, fault: ({ markerOn }) => markerOn(true, -5) },
    ],
    [
      'a user event that is complete',
      'CL_PROFILING_INFO_NOT_AVAILABLE',
      {
        ...event,
        fault: ({ context }) => {
          const user = right(context.createUserEvent())
          user.complete()
          return user
        },
      },
    ],
  ])

  specifyOrder(
    spec,
    () => ({ event: ofReleased() }),
    ({ context, markerOn, complete }) => [
      ['CL_INVALID_EVENT', 'event', { event: right(context.createUserEvent()) }],
      ['CL_PROFILING_INFO_NOT_AVAILABLE', 'event', { event: markerOn(false, undefined) }],
      ['CL_PROFILING_INFO_NOT_AVAILABLE', 'event', { event: markerOn(true, undefined) }],
      ['CL_PROFILING_INFO_NOT_AVAILABLE', 'event', { event: complete }],
    ],
  )

  it('gives the stamps of a complete command, whose completion is its end', () => {
    expect(eventProfilingInfo(world().complete)).toEqual(isRight({ ...PROFILE, complete: 5n }))
  })

  it('says so where the device gave no stamps for a complete command', () => {
    const { markerOn } = world()
    const without = eventProfilingInfo(markerOn(true, 0, null))
    expect(without).toMatchObject({ left: { _tag: 'CL_PROFILING_INFO_NOT_AVAILABLE' } })
  })

  it('says which fault it is', () => {
    const { context, markerOn } = world()
    const messageOf = (of: ClEvent) => {
      const answer = eventProfilingInfo(of)
      expectRefusal(answer, 'eventProfilingInfo', 'CL_PROFILING_INFO_NOT_AVAILABLE', 'event')
      return answer._tag === 'Left' ? answer.left.message : ''
    }
    expect(messageOf(right(context.createUserEvent()))).toContain('user event')
    expect(messageOf(markerOn(false, 0, null))).toContain('without profiling')
    expect(messageOf(markerOn(true, -5))).toContain('-5')
  })
})
