import { right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { ALREADY_COMPLETE } from '../../../src/model/event.ts'
import { BARRIER } from '../../../src/validate/conditions/commands/barrier.ts'
import { validateBarrier } from '../../../src/validate/commands/barrier.ts'
import { specifyTotal } from '../anything.ts'
import { specifyOrder } from '../check-order.ts'
import { checkWith, commandWorld, FACT_CASES, specifyFacts, type CommandWorld } from '../command-world.ts'
import { eventOf, queueOf, released } from '../objects.ts'
import { specifyConditions } from '../specification.ts'

const check = checkWith('Barrier', validateBarrier)
const base = ({ queue }: CommandWorld) => ({ queue, waitList: [] })
const spec = { table: BARRIER, world: commandWorld, base, check }

specifyConditions({ ...spec, cases: FACT_CASES })

describe('the facts of Barrier', () => specifyFacts(spec))

describe('Barrier', () => {
  specifyTotal(spec)

  specifyOrder(
    spec,
    ({ here, elsewhere }) => ({ queue: released(queueOf(here)), waitList: [eventOf(elsewhere), {}] }),
    ({ here, elsewhere, queue }) => [
      ['CL_INVALID_COMMAND_QUEUE', 'command_queue', { queue }],
      ['CL_INVALID_EVENT_WAIT_LIST', 'event_wait_list', { waitList: [eventOf(elsewhere)] }],
      ['CL_INVALID_CONTEXT', 'event_wait_list', { waitList: [eventOf(here)] }],
    ],
  )

  it.each([
    ['no event', false, () => []],
    ['an event', true, ({ here }: CommandWorld) => [eventOf(here)]],
    ['the event that stands for none', true, () => [ALREADY_COMPLETE]],
  ])('with %s in its wait list has one: %s', (_name, hasWaitList, waitList) => {
    const world = commandWorld()
    expect(check({ ...base(world), waitList: waitList(world) })).toEqual(right({ _tag: 'Barrier', hasWaitList }))
  })
})
