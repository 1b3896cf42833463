import type { ClCommandQueue, ClError, Enqueued, Flow } from '../../index.ts'
import { expectBytes, expectEqual, expectLeft, fail, right } from '../expect.ts'
import { collect } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { operatorFlow } from './operator-flow.ts'
import { conflicts, type Planned } from './planned.ts'
import { planStep } from './plan-step.ts'
import type { Step } from './step.ts'
import { expectWorld, makeWorld, releaseWorld } from './world.ts'

interface Accepted {
  readonly planned: Planned
  readonly flow: Flow<ClError, unknown>
}

const isEnqueued = (value: unknown): value is Enqueued<unknown> =>
  typeof value === 'object' && value !== null && 'event' in value && 'value' in value

const bytesIn = (value: unknown): Uint8Array => {
  const bytes = isEnqueued(value) ? value.value : value
  return bytes instanceof Uint8Array ? bytes : fail('a read gives bytes')
}

/** Waits until the flow has ended and its command with it, and compares what came with what the oracle said. */
const check = async (
  what: string,
  planned: Planned,
  expected: Uint8Array | undefined,
  flow: Flow<ClError, unknown>,
): Promise<void> => {
  const results = await collect(flow)
  expectEqual(`${what}: results`, results.length, 1)
  for (const result of results) {
    if (planned.refusal !== undefined) {
      expectLeft(what, result, { code: planned.refusal, command: planned.command._tag, origin: 'validation' })
      continue
    }
    const emitted = right(what, result)
    if (isEnqueued(emitted)) expectEqual(`${what}: status at the end`, emitted.event.status, 0)
    if (expected !== undefined) expectBytes(what, planned.host ?? bytesIn(emitted), expected)
  }
}

/**
 * Enqueues every step in one turn and compares the results and all memory with the oracle's. On in-order queues the
 * order is enough when there is one; `declares` adds the wait lists that the shared memory asks for.
 */
export const runProgram = async (
  bench: Workbench,
  queues: readonly ClCommandQueue[],
  declares: boolean,
  steps: readonly Step[],
): Promise<void> => {
  const world = await makeWorld(bench)
  try {
    const accepted: Accepted[] = []
    const checks: Promise<void>[] = []
    for (const [index, step] of steps.entries()) {
      const planned = planStep(world, step)
      const queue = queues[step.lane % queues.length] ?? fail('a program needs a queue')
      const earlier = declares ? accepted.filter((one) => conflicts(one.planned, planned)) : []
      const waitFor = earlier.map(({ flow }) => flow)
      const flow: Flow<ClError, unknown> = step.asOperator
        ? operatorFlow(queue, planned.command, waitFor)
        : bench.enqueue(queue, planned.command, waitFor)
      const expected = planned.refusal === undefined ? planned.apply() : undefined
      if (planned.refusal === undefined) accepted.push({ planned, flow })
      checks.push(check(`step ${index}, ${planned.command._tag}`, planned, expected, flow))
    }
    await Promise.all(checks)
    await expectWorld(bench, world)
  } finally {
    releaseWorld(world)
  }
}
