import type { Either } from 'fp-ts/lib/Either.js'
import { firstValueFrom, tap } from 'rxjs'
import {
  Command,
  type AnyCommand,
  type ClCommandQueue,
  type ClError,
  type Enqueued,
  type Flow,
  type Mapped,
} from '../../index.ts'
import { expectBytes, expectEqual, expectLeft, fail, right } from '../expect.ts'
import { collect } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { isUndefined } from './mapped-bytes.ts'
import { operatorFlow } from './operator-flow.ts'
import { pick } from './pick.ts'
import { planStep } from './plan-step.ts'
import { planEnd } from './plan-unmap-step.ts'
import { conflicts, idle, type Planned } from './planned.ts'
import { planFrees, planReadBack } from './read-back.ts'
import type { Step } from './step.ts'
import { makeWorld, releaseWorld, type World } from './world.ts'

/** Where a program runs. */
export interface Course {
  readonly queues: readonly ClCommandQueue[]
  /** Whether each command waits for those before it that touch its bytes, one of the two to write. */
  readonly declares: boolean
}

type Results = Promise<readonly Either<ClError, unknown>[]>

interface Started {
  readonly planned: Planned
  readonly flow: Flow<ClError, unknown>
  /** What it emits when the command is enqueued, which a wait list may delay; looked at where that matters. */
  readonly first: Promise<Either<ClError, unknown>> | undefined
  readonly results: Results
  /** A flow that has ended would run anew. */
  readonly progress: { readonly isOver: boolean }
}

/** Commands that have an effect on the host when they are enqueued: they keep their place among the others. */
const HOST_AFFAIRS: ReadonlySet<AnyCommand['_tag']> = new Set([
  'MapBuffer',
  'MapImage',
  'SvmMap',
  'UnmapMemObject',
  'SvmUnmap',
  'SvmFree',
] as const)

const isEnqueuedValue = (value: unknown): value is Enqueued<unknown> =>
  typeof value === 'object' && value !== null && 'event' in value && 'value' in value

const valueIn = (emitted: unknown): unknown => (isEnqueuedValue(emitted) ? emitted.value : emitted)

const bytesIn = (emitted: unknown): Uint8Array => {
  const bytes = valueIn(emitted)
  return bytes instanceof Uint8Array ? bytes : fail('a read gives bytes')
}

const quietly = <A>(promise: Promise<A>): Promise<A> => {
  promise.catch(() => undefined)
  return promise
}

/** Waits until the flow has ended and its command with it, and compares what came with what the oracle said. */
const check = async (
  what: string,
  planned: Planned,
  expected: Uint8Array | undefined,
  collected: Results,
): Promise<void> => {
  const results = await collected
  expectEqual(`${what}: results`, results.length, 1)
  for (const result of results) {
    if (planned.refusal !== undefined) {
      expectLeft(what, result, { code: planned.refusal, command: planned.command._tag, origin: 'validation' })
      continue
    }
    const emitted = right(what, result)
    if (isEnqueuedValue(emitted)) expectEqual(`${what}: status at the end`, emitted.event.status, 0)
    if (expected !== undefined) expectBytes(what, planned.host ?? bytesIn(emitted), expected)
  }
}

/** One run of a program; the steps come one after another. */
class ProgramRun {
  readonly #bench: Workbench
  readonly #course: Course
  readonly #world: World
  readonly #accepted: Started[] = []
  readonly #checks: Promise<void>[] = []

  constructor(bench: Workbench, course: Course, world: World) {
    this.#bench = bench
    this.#course = course
    this.#world = world
  }

  /** What it returns is to be waited for before the next step. */
  take(index: number, step: Step): Promise<void> | undefined {
    const what = `step ${index}, ${step.kind}`
    if (step.kind === 'touch') return pick([...this.#world.mappings], step.src)?.touch(what, step.srcAt[0] + 211)
    const queue = this.#queueAt(step.lane)
    const planned = planStep(this.#world, queue.device, step)
    return this.#enqueue(
      what,
      isUndefined(this.#world, planned) ? idle(Command.marker()) : planned,
      queue,
      step.asOperator,
    )
  }

  /** Unmaps what is mapped, reads all memory, frees what can be freed, and waits until all is done and as foretold. */
  async end(): Promise<void> {
    for (const [lane, mapping] of [...this.#world.mappings].entries())
      await this.#enqueue('an unmap at the end', planEnd(this.#world, mapping), this.#queueAt(lane), lane % 2 === 0)
    for (const [lane, [what, planned]] of planReadBack(this.#world).entries())
      this.#start(what, planned, this.#queueAt(lane), false)
    for (const [lane, planned] of planFrees(this.#world).entries())
      await this.#enqueue('a free at the end', planned, this.#queueAt(lane), lane % 2 === 0)
    await Promise.all(this.#checks)
    for (const [index, { memory, bytes, allocation }] of this.#world.hosts.entries())
      if (allocation === undefined) expectBytes(`hosts[${index}] at the end`, memory, bytes)
  }

  #enqueue(what: string, planned: Planned, queue: ClCommandQueue, asOperator: boolean): Promise<void> | undefined {
    if (HOST_AFFAIRS.has(planned.command._tag)) return this.#enqueueInPlace(what, planned, queue, asOperator)
    this.#start(what, planned, queue, asOperator)
    return undefined
  }

  /** Waits until all that comes before is enqueued, and until this is. */
  async #enqueueInPlace(what: string, planned: Planned, queue: ClCommandQueue, asOperator: boolean): Promise<void> {
    const { refusal, mapping } = planned
    if (refusal === undefined && mapping?.mapped !== undefined && mapping.isForWriting && !mapping.isFilled)
      await mapping.touch(`${what}, the host`, 221)
    await Promise.all(this.#before(planned).flatMap(({ first }) => first ?? []))
    const { first, results } = this.#start(what, planned, queue, asOperator)
    if (refusal !== undefined || first === undefined) return
    const result = await first
    if (mapping === undefined || mapping.mapped !== undefined) return
    mapping.mapped = valueIn(right(what, result)) as Mapped
    mapping.done = results
  }

  #start(what: string, planned: Planned, queue: ClCommandQueue, asOperator: boolean): Started {
    const { command, refusal, mapping } = planned
    const waitFor = this.#before(planned)
      .filter(({ progress }) => !progress.isOver)
      .map(({ flow }) => flow)
    const flow: Flow<ClError, unknown> = asOperator
      ? operatorFlow(queue, command, waitFor)
      : this.#bench.enqueue(queue, command, waitFor)
    const progress = { isOver: false }
    const results = collect(flow.pipe(tap({ complete: () => (progress.isOver = true) })))
    const first = this.#course.declares || mapping !== undefined ? quietly(firstValueFrom(flow)) : undefined
    const expected = refusal === undefined ? planned.apply() : undefined
    this.#checks.push(quietly(check(what, planned, expected, results)))
    const started = { planned, flow, first, results, progress }
    if (refusal === undefined) this.#accepted.push(started)
    return started
  }

  /** What a wait list names. What is refused waits for nothing, so that it is refused in its place. */
  #before(planned: Planned): readonly Started[] {
    return this.#course.declares && planned.refusal === undefined
      ? this.#accepted.filter((one) => this.#mustFollow(planned, one.planned))
      : []
  }

  #mustFollow(planned: Planned, earlier: Planned): boolean {
    return conflicts(earlier, planned) || (planned.mapping !== undefined && planned.mapping === earlier.mapping)
  }

  #queueAt(lane: number): ClCommandQueue {
    return pick(this.#course.queues, lane) ?? fail('a program needs a queue')
  }
}

/**
 * Enqueues the steps, as many in one turn as the host need not wait for, and compares the results and all memory with the
 * oracle's, which takes one step after another.
 */
export const runProgram = async (bench: Workbench, course: Course, steps: readonly Step[]): Promise<void> => {
  const world = await makeWorld(bench)
  try {
    const run = new ProgramRun(bench, course, world)
    for (const [index, step] of steps.entries()) {
      const pending = run.take(index, step)
      if (pending !== undefined) await pending
    }
    await run.end()
  } finally {
    releaseWorld(world)
  }
}
