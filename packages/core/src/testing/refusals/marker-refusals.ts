import { Command, type AnyCommand } from '../../index.ts'
import type { Draft } from '../case.ts'
import { right } from '../expect.ts'
import { refusalDrafts, untyped, type Refusal } from './refusal-scene.ts'

const rows = (command: () => AnyCommand): readonly Refusal[] => [
  {
    name: 'a released queue',
    code: 'CL_INVALID_COMMAND_QUEUE',
    status: -36,
    parameter: 'command_queue',
    queue: ({ bench }) => {
      const queue = bench.queue()
      queue.release()
      return queue
    },
    command,
  },
  {
    name: 'no queue at all',
    code: 'CL_INVALID_COMMAND_QUEUE',
    status: -36,
    parameter: 'command_queue',
    queue: () => untyped(undefined),
    command,
  },
  {
    name: 'an event of another context',
    code: 'CL_INVALID_CONTEXT',
    status: -34,
    parameter: 'event_wait_list',
    needs: ['userEvents'],
    waitFor: ({ elsewhere }) => [right('createUserEvent', elsewhere.createUserEvent())],
    command,
  },
]

export const MARKER_REFUSALS: readonly Draft[] = [
  ...refusalDrafts('Marker', rows(Command.marker)),
  ...refusalDrafts('Barrier', rows(Command.barrier)),
]
