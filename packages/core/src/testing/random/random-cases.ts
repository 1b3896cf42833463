import { drafts, type Draft } from '../case.ts'
import { forAllPrograms } from './for-all-programs.ts'

const draft = drafts('random programs')

// Without hazards: what these show is the backend's own order.

export const RANDOM_PROGRAMS: readonly Draft[] = [
  draft('an in-order queue gives what the commands say, one after another', (bench) =>
    forAllPrograms(bench, { context: { hazards: 'off' }, declares: false, queues: (context) => [context.queue()] }),
  ),
  draft(
    'an out-of-order queue gives the same where every dependency is declared',
    (bench) =>
      forAllPrograms(bench, {
        context: { hazards: 'off' },
        declares: true,
        queues: (context) => [context.queue({ outOfOrder: true })],
      }),
    'outOfOrder',
  ),
  draft('two in-order queues give the same where every dependency is declared', (bench) =>
    forAllPrograms(bench, {
      context: { hazards: 'off' },
      declares: true,
      queues: (context) => [context.queue(), context.queue()],
    }),
  ),
  draft(
    'an in-order and an out-of-order queue give the same where every dependency is declared',
    (bench) =>
      forAllPrograms(bench, {
        context: { hazards: 'off' },
        declares: true,
        queues: (context) => [context.queue(), context.queue({ outOfOrder: true })],
      }),
    'outOfOrder',
  ),
]
