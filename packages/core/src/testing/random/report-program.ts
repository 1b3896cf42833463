import { firstValueFrom } from 'rxjs'
import { Command, hazardsOf, type ClCommandQueue, type ClEvent, type Enqueued, type Mapped } from '../../index.ts'
import { expectEqual, expectLeft, fail, right } from '../expect.ts'
import { gateOf } from '../order/gate.ts'
import { collect } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { pairInWords, unorderedPairs, type Placed } from './known-order.ts'
import { isUndefined } from './mapped-bytes.ts'
import { pick } from './pick.ts'
import { planStep } from './plan-step.ts'
import { idle, type Planned } from './planned.ts'
import type { Step } from './step.ts'
import { makeWorld, releaseWorld, type World } from './world.ts'

export interface ReportQueue {
  readonly queue: ClCommandQueue
  readonly isInOrder: boolean
}

/** Nothing may wait on the host for what the gate holds back. */
const planHeld = (world: World, queue: ClCommandQueue, step: Step): Planned => {
  const planned = planStep(world, queue.device, step.kind === 'svmMemcpy' ? { ...step, blocking: false } : step)
  return isUndefined(world, planned) ? idle(Command.marker()) : planned
}

/**
 * Enqueues the steps behind a gate, so that none settles, half of them with one earlier command on the wait list; and
 * compares what the context reports with the pairs that the oracle finds. What the commands do is anything.
 */
export const reportProgram = async (
  bench: Workbench,
  queues: readonly ReportQueue[],
  steps: readonly Step[],
): Promise<void> => {
  const world = await makeWorld(bench)
  const gate = gateOf(bench)
  const reported: string[] = []
  const numbers = new Map<ClEvent, number>()
  const placed: Placed[] = []
  const flows: ReturnType<Workbench['enqueue']>[] = []
  const ends: Promise<unknown>[] = []
  const subscription = hazardsOf(bench.context).subscribe(({ first, second, kind }) =>
    reported.push(pairInWords(numbers.get(first.event) ?? -1, numbers.get(second.event) ?? placed.length - 1, kind)),
  )
  try {
    for (const [index, step] of steps.entries()) {
      const what = `step ${index}, ${step.kind}`
      const { queue, isInOrder } = pick(queues, step.lane) ?? fail('a program needs a queue')
      const planned = planHeld(world, queue, step)
      const { command, refusal, mapping } = planned
      const waits = step.after % 2 === 0 && flows.length > 0 ? [step.after % flows.length] : []
      const isHeld = command._tag !== 'Marker' && command._tag !== 'Barrier'
      const waitFor = [...(isHeld ? [gate.event] : []), ...waits.flatMap((wait) => flows[wait] ?? [])]
      const flow = bench.enqueue(queue, command, waitFor)
      if (refusal === undefined) {
        placed.push({ planned, queue, isInOrder, waits })
        planned.apply()
      }
      ends.push(collect(flow))
      const result = await firstValueFrom(flow)
      if (refusal !== undefined) {
        expectLeft(what, result, { code: refusal, command: command._tag, origin: 'validation' })
        continue
      }
      const { event, value }: Enqueued<unknown> = right(what, result)
      numbers.set(event, placed.length - 1)
      flows.push(flow)
      if (mapping !== undefined && mapping.mapped === undefined) mapping.mapped = value as Mapped
    }
    expectEqual('the hazards', reported.toSorted().join('\n'), [...unorderedPairs(placed)].toSorted().join('\n'))
  } finally {
    subscription.unsubscribe()
    gate.open()
    await Promise.all(ends)
    releaseWorld(world)
  }
}
