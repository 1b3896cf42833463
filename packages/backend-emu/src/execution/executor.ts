import type { SettledListener } from '@rxcl/core/port'
import type { EventGraph } from '../event/event-graph.ts'
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
}

/** Runs the commands of a context in tasks of the scheduler, and tells at the end of each task what has settled. */
export class Executor {
  readonly #parts: Parts
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
    try {
      this.#parts.scheduler.schedule(this.#task, 0)
    } catch {
      // No command may be lost to a scheduler that fails.
      macrotask(this.#task)
    }
    this.#isScheduling = false
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
    if (runner.isBusy || !ready.isEmpty) this.wake()
    if (batch.length > 0) listener(batch)
  }

  #slice(): void {
    const { ready, runner, clock, limits } = this.#parts
    const until = clock.now() + limits.ms
    let left = limits.bytes
    let untilClock = CLOCK_EVERY
    while (left > 0) {
      const limit = Math.min(left, CHUNK_BYTES)
      let moved: number
      if (runner.isBusy) moved = runner.goOn(limit)
      else {
        if (ready.isEmpty || ready.pauses()) return
        const next = ready.take()
        if (next === undefined) return
        moved = runner.begin(next, limit)
      }
      left -= moved
      untilClock -= 1
      if (untilClock > 0 && moved < limit) continue
      untilClock = CLOCK_EVERY
      if (clock.now() >= until) return
    }
  }
}
