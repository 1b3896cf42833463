import * as fc from 'fast-check'
import type { ClCommandQueue, ContextOptions } from '../../index.ts'
import { inContext } from '../in-context.ts'
import type { Workbench } from '../workbench.ts'
import { runProgram } from './run-program.ts'
import { programs, type Step } from './step.ts'

/** What the programs of one property run on. */
export interface ProgramSetting {
  readonly context: ContextOptions
  /** Whether wait lists name every dependency. */
  readonly declares: boolean
  readonly queues: (bench: Workbench) => readonly ClCommandQueue[]
}

/** Fails with fast-check's message: the seed, the path and the smallest program it found. */
export const forAll = async (
  { settings: { seed, runs, timeLimit } }: Workbench,
  holds: (steps: readonly Step[]) => Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(programs, holds),
    // Below the limit of the case, so that a hanging program is named.
    {
      seed,
      numRuns: runs,
      includeErrorInReport: true,
      plugins: [fc.timeout(timeLimit * 0.3), fc.interruptAfterTimeLimit(timeLimit * 0.7)],
    },
  )

export const forAllPrograms = async (bench: Workbench, { context, declares, queues }: ProgramSetting): Promise<void> =>
  inContext(bench, context, async (own) => {
    const course = { declares, queues: queues(own) }
    await forAll(own, (steps) => runProgram(own, course, steps))
  })
