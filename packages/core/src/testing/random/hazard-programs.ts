import { drafts, type Draft } from '../case.ts'
import { devicesTogether, inContext } from '../in-context.ts'
import type { Workbench } from '../workbench.ts'
import { forAll, forAllPrograms } from './for-all-programs.ts'
import { reportProgram } from './report-program.ts'

const draft = drafts('random programs without waits')

const outOfOrder = (bench: Workbench) => bench.queue({ outOfOrder: true })

export const HAZARD_PROGRAMS: readonly Draft[] = [
  draft(
    'an out-of-order queue gives what an in-order queue gives',
    (bench) => forAllPrograms(bench, { context: {}, declares: false, queues: (own) => [outOfOrder(own)] }),
    'outOfOrder',
  ),
  draft('two in-order queues give what one gives', (bench) =>
    forAllPrograms(bench, { context: {}, declares: false, queues: (own) => [own.queue(), own.queue()] }),
  ),
  draft(
    'in-order and out-of-order queues together give what one in-order queue gives',
    (bench) =>
      forAllPrograms(bench, {
        context: {},
        declares: false,
        queues: (own) => [own.queue(), outOfOrder(own), outOfOrder(own), own.queue()],
      }),
    'outOfOrder',
  ),
  draft('queues of two devices, where there are two, give what one queue gives', (bench) =>
    forAllPrograms(bench, {
      context: { devices: devicesTogether(bench) },
      declares: false,
      queues: (own) => {
        const devices = own.context.devices
        const areOutOfOrder = devices.every(({ outOfOrderQueues }) => outOfOrderQueues)
        return [...devices, ...devices].map((device) => own.queue({ device, outOfOrder: areOutOfOrder }))
      },
    }),
  ),
  draft(
    "hazards: 'report' tells of exactly the pairs that nothing orders",
    (bench) =>
      inContext(bench, { hazards: 'report' }, async (own) => {
        const queues = [
          { queue: outOfOrder(own), isInOrder: false },
          { queue: own.queue(), isInOrder: true },
          { queue: outOfOrder(own), isInOrder: false },
        ]
        await forAll(own, (steps) => reportProgram(own, queues, steps))
      }),
    'outOfOrder',
    'userEvents',
  ),
]
