import type { Either } from 'fp-ts/lib/Either.js'
import type { ClError } from '../../src/model/cl-error.ts'
import { ALREADY_COMPLETE, CompositeEvent } from '../../src/model/event.ts'
import type { QueueObject } from '../../src/model/queue.ts'
import type { CommandFacts } from '../../src/validate/commands/command-facts.ts'
import type { ConditionTable } from '../../src/validate/conditions/condition.ts'
import { context, device, eventOf, queueOf, released, type TestContext } from './objects.ts'
import { specifyFaults, specifyLegal, type Case, type Check, type Specification } from './specification.ts'

/** Two contexts and a queue of the first. */
export interface CommandWorld {
  readonly here: TestContext
  readonly elsewhere: TestContext
  readonly queue: QueueObject
}

export const commandWorld = (): CommandWorld => {
  const here = context(device())
  return { here, elsewhere: context(device()), queue: queueOf(here) }
}

/** Checks an input that has the queue, the wait list and the fields of a command side by side. */
export const checkWith =
  <Command extends { readonly _tag: string }>(
    tag: Command['_tag'],
    validate: (facts: CommandFacts) => (command: Command) => Either<ClError, unknown>,
  ): Check =>
  ({ queue, waitList, ...fields }) =>
    validate({ queue, waitList } as CommandFacts)({ _tag: tag, ...fields } as unknown as Command)

/** The cases of the conditions that every command has. */
export const FACT_CASES = {
  'command-queue': {
    parameter: 'command_queue',
    vary: 'queue',
    fault: ({ here }) => released(queueOf(here)),
    control: ({ queue }) => queue,
  },
  'wait-list-context': {
    parameter: 'event_wait_list',
    vary: 'waitList',
    fault: ({ here, elsewhere }) => [eventOf(here), eventOf(elsewhere)],
    control: ({ here }) => [eventOf(here), eventOf(here)],
  },
  'wait-list-entry': {
    parameter: 'event_wait_list',
    vary: 'waitList',
    fault: ({ here }) => [eventOf(here), { _tag: 'Event', status: 0 }],
    control: ({ here }) => [eventOf(here), eventOf(here)],
  },
} as const satisfies Record<string, Case<CommandWorld>>

/** What every command says of other queues and wait lists. */
export const specifyFacts = (spec: Omit<Specification<ConditionTable, CommandWorld>, 'cases'>): void => {
  const queue = { parameter: 'command_queue', vary: 'queue', control: (world: CommandWorld) => world.queue }
  const waits = { parameter: 'event_wait_list', vary: 'waitList', control: () => [] }
  specifyFaults(spec, [
    [
      'a queue of a released context',
      'CL_INVALID_COMMAND_QUEUE',
      { ...queue, fault: () => queueOf({ devices: [device()], released: true }) },
    ],
    ['no queue', 'CL_INVALID_COMMAND_QUEUE', { ...queue, fault: () => undefined }],
    ['a plain object as queue', 'CL_INVALID_COMMAND_QUEUE', { ...queue, fault: () => ({ _tag: 'CommandQueue' }) }],
    ['no wait list', 'CL_INVALID_EVENT_WAIT_LIST', { ...waits, fault: () => undefined }],
    ['one event as wait list', 'CL_INVALID_EVENT_WAIT_LIST', { ...waits, fault: ({ here }) => eventOf(here) }],
    ['null in a wait list', 'CL_INVALID_EVENT_WAIT_LIST', { ...waits, fault: () => [null] }],
    [
      'an event for several, one of another context,',
      'CL_INVALID_CONTEXT',
      { ...waits, fault: ({ here, elsewhere }) => [new CompositeEvent([eventOf(here), eventOf(elsewhere)])] },
    ],
    [
      'an event of another context before one that is none',
      'CL_INVALID_EVENT_WAIT_LIST',
      { ...waits, fault: ({ elsewhere }) => [eventOf(elsewhere), 1] },
    ],
  ])
  specifyLegal(spec, [
    ['the event that stands for none', () => ({ waitList: [ALREADY_COMPLETE] })],
    ['an event for several of the context', ({ here }) => ({ waitList: [new CompositeEvent([eventOf(here)])] })],
  ])
}
