import * as fc from 'fast-check'
import type { ClCommandQueue } from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import type { Workbench } from '../workbench.ts'
import { runProgram } from './run-program.ts'
import { programs } from './step.ts'

const draft = drafts('random programs')

/** Fails with fast-check's message: the seed, the path and the smallest program it found. */
const forAllPrograms = async (
  bench: Workbench,
  queues: readonly ClCommandQueue[],
  declares: boolean,
): Promise<void> => {
  const { seed, runs, timeLimit } = bench.settings
  await fc.assert(
    fc.asyncProperty(programs, (steps) => runProgram(bench, queues, declares, steps)),
    // Below the limit of the case, so that a hanging program is named.
    {
      seed,
      numRuns: runs,
      includeErrorInReport: true,
      plugins: [fc.timeout(timeLimit * 0.3), fc.interruptAfterTimeLimit(timeLimit * 0.7)],
    },
  )
}

export const RANDOM_PROGRAMS: readonly Draft[] = [
  draft('an in-order queue gives what the commands say, one after another', (bench) =>
    forAllPrograms(bench, [bench.queue()], false),
  ),
  draft(
    'an out-of-order queue gives the same where every dependency is declared',
    (bench) => forAllPrograms(bench, [bench.queue({ outOfOrder: true })], true),
    'outOfOrder',
  ),
  draft('two in-order queues give the same where every dependency is declared', (bench) =>
    forAllPrograms(bench, [bench.queue(), bench.queue()], true),
  ),
  draft(
    'an in-order and an out-of-order queue give the same where every dependency is declared',
    (bench) => forAllPrograms(bench, [bench.queue(), bench.queue({ outOfOrder: true })], true),
    'outOfOrder',
  ),
]
