import type { SettledListener } from '@rxcl/core/port'
import type { EventGraph } from '../event/event-graph.ts'
import type { EventNode } from '../event/event-node.ts'
import type { Clock } from '../scheduler/clock.ts'
import type { DeviceScheduler } from '../scheduler/device-scheduler.ts'
import { macrotask } from '../scheduler/macrotask.ts'
import type { CommandRunner } from './command-runner.ts'
import type { ReadyOrder } from './ready-order.ts'
import { CHUNK_BYTES, CLOCK_EVERY, type SliceLimits } from './slice-limits.ts'

interface Parts {
  readonly graph: EventGraph
  readonly ready: ReadyOrder
  readonly runner: CommandRunner
  readonly clock: Clock
  readonly scheduler: DeviceScheduler
  readonly limits: SliceLimits
  readonly listener: SettledListener
  /** How long a command takes, in milliseconds; undefined where none takes any. */
  readonly timeOf: ((node: EventNode) => number) | undefined
}

/** Runs the commands of a context in tasks of the scheduler, and tells at the end of each task what has settled. */
export class Executor {
  readonly #parts: Parts
  /** Commands whose time is over and that are to be carried out, first come first. */
  readonly #due: EventNode[] = []
  #isScheduled = false
  #isScheduling = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** There may be work: sees to it that a task comes. */
  wake(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#isScheduling = true
    this.#schedule(this.#task, 0)
    this.#isScheduling = false
  }

  /** Starts a command that takes time; it has a lane of its own meanwhile. */
  readonly start = (node: EventNode): void => {
    this.#parts.runner.start(node)
    this.#schedule(() => {
      this.#due.push(node)
      this.wake()
    }, node.time)
  }

  #schedule(work: () => void, ms: number): void {
    try {
      this.#parts.scheduler.schedule(work, ms)
    } catch {
      // No command may be lost to a scheduler that fails.
      macrotask(work)
    }
  }

  readonly #task = (): void => {
    // A scheduler that runs work at once (RxJS's queueScheduler) must not settle events inside a call of the port.
    if (this.#isScheduling) return macrotask(this.#task)
    this.#isScheduled = false
    const { graph, ready, runner, listener } = this.#parts
    graph.admit()
    this.#slice()
    runner.rest()
    const batch = graph.takeSettled()
    // Before the listener, which may throw.
    if (runner.isBusy || !ready.isEmpty || this.#due.length > 0) this.wake()
    if (batch.length > 0) listener(batch)
  }

  #slice(): void {
    const { runner, clock, limits } = this.#parts
    const until = clock.now() + limits.ms
    let left = limits.bytes
    let untilClock = CLOCK_EVERY
    while (left > 0) {
      const limit = Math.min(left, CHUNK_BYTES)
      const moved = runner.isBusy ? runner.goOn(limit) : this.#next(limit)
      if (moved === undefined) return
      left -= moved
      untilClock -= 1
      if (untilClock > 0 && moved < limit) continue
      untilClock = CLOCK_EVERY
      if (clock.now() >= until) return
    }
  }

  /** Goes to the next command and answers the bytes that it has moved so far; undefined where none can run for now. */
  #next(limit: number): number | undefined {
    const { ready, runner, timeOf } = this.#parts
    const due = this.#due.shift()
    if (due !== undefined) return runner.carryOut(due, limit)
    if (ready.isEmpty || ready.pauses()) return undefined
    const node = ready.take()
    if (node === undefined) return undefined
    // It was lost with its device.
    if (node.status <= 0) return 0
    if (timeOf !== undefined && (node.time = timeOf(node)) > 0) {
      node.queue?.lane.offer(node)
      return 0
    }
    runner.start(node)
    return runner.carryOut(node, limit)
  }
}
