import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ContextIdentity } from '../../../src/model/context-identity.ts'
import { EventObject } from '../../../src/model/event.ts'
import { SET_USER_EVENT_STATUS } from '../../../src/validate/conditions/creation/set-user-event-status.ts'
import { validateSetUserEventStatus } from '../../../src/validate/creation/set-user-event-status.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { creationWorld, type CreationWorld } from '../flag-cases.ts'
import { eventOf, queueOf } from '../objects.ts'
import { specifyConditions, specifyFaults, specifyLegal, type Check } from '../specification.ts'

const settled = (of: ContextIdentity) => {
  const event = eventOf(of)
  event.settle(0, undefined, undefined)
  return event
}

const check: Check = ({ event, status }) => validateSetUserEventStatus(event as EventObject)(status)
const base = ({ here }: CreationWorld) => ({ event: eventOf(here), status: -1 })
const spec = { table: SET_USER_EVENT_STATUS, world: creationWorld, base, check }
const status = { parameter: 'execution_status', vary: 'status', control: () => -1 }

specifyConditions({
  ...spec,
  cases: {
    event: {
      parameter: 'event',
      vary: 'event',
      fault: ({ gone }) => eventOf(gone),
      control: ({ here }) => eventOf(here),
    },
    status: { ...status, fault: () => 1 },
    'set-before': {
      parameter: 'event',
      vary: 'event',
      fault: ({ here }) => settled(here),
      control: ({ here }) => eventOf(here),
    },
  },
})

describe('setUserEventStatus', () => {
  specifyTotal({
    ...spec,
    base: () => ({ status: -1 }),
    check: (input) => check({ ...base(creationWorld()), ...input }),
  })

  specifyFaults(spec, [
    [
      'the event of a command',
      'CL_INVALID_EVENT',
      {
        parameter: 'event',
        vary: 'event',
        fault: ({ here }) => new EventObject(1, here, queueOf(here), 'Marker', { eventStatus: () => 2 }),
        control: ({ here }) => eventOf(here),
      },
    ],
    ['-2^31 - 1', 'CL_INVALID_VALUE', { ...status, fault: () => -(2 ** 31) - 1, control: () => -(2 ** 31) }],
    ...([Number.NaN, -0.5, '-1', -1n, null, undefined, Number.NEGATIVE_INFINITY] as const).map(
      (value) => [`${String(value)} (${typeof value})`, 'CL_INVALID_VALUE', { ...status, fault: () => value }] as const,
    ),
  ])

  specifyLegal(spec, [['CL_COMPLETE', () => ({ status: 0 })]])

  specifyOrder(
    spec,
    ({ gone }) => ({ event: settled(gone), status: 3 }),
    ({ here }) => [
      ['CL_INVALID_EVENT', 'event', { event: settled(here) }],
      ['CL_INVALID_OPERATION', 'event', { event: eventOf(here) }],
      ['CL_INVALID_VALUE', 'execution_status', { status: 0 }],
    ],
  )

  it('gives the status', () => {
    expect(check({ ...base(creationWorld()), status: -1234 })).toEqual(right(-1234))
  })
})
