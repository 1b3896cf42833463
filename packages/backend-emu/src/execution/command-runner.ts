import { COMPLETE, RUNNING } from '@rxcl/core'
import { loadMove } from '../command/load-move.ts'
import type { EventGraph } from '../event/event-graph.ts'
import type { EventNode } from '../event/event-node.ts'
import { LOST, Move } from '../memory/move.ts'
import type { Clock } from '../scheduler/clock.ts'
import { STATUS } from '../status.ts'

/** Carries out one command at a time, in as many steps as it takes. */
export class CommandRunner {
  readonly #graph: EventGraph
  readonly #clock: Clock
  readonly #move = new Move()
  #running: EventNode | undefined = undefined

  constructor(graph: EventGraph, clock: Clock) {
    this.#graph = graph
    this.#clock = clock
  }

  get isBusy(): boolean {
    return this.#running !== undefined
  }

  /** Begins `node`, or goes on with it. Moves at most `limit` bytes and answers how many; settles the command at its end. */
  begin(node: EventNode, limit: number): number {
    node.status = RUNNING
    if (node.stamps !== undefined) node.stamps.start = this.#clock.now()
    this.#running = node
    try {
      if (node.command !== undefined) loadMove(this.#move, node.command)
    } catch {
      this.#settle(node, STATUS.CL_OUT_OF_RESOURCES)
      return 0
    }
    return this.goOn(limit)
  }

  /** The next step of the command that is running. */
  goOn(limit: number): number {
    const node = this.#running
    if (node === undefined) return 0
    let moved = 0
    let status: number = COMPLETE
    try {
      if (!this.#move.isFinished) moved = this.#move.step(limit)
      if (moved === LOST) status = STATUS.CL_OUT_OF_HOST_MEMORY
      else if (!this.#move.isFinished) return moved
    } catch {
      // No command may be lost: whatever went wrong, the program hears that its command failed.
      status = STATUS.CL_OUT_OF_RESOURCES
    }
    this.#settle(node, status)
    return moved === LOST ? 0 : moved
  }

  /** Between two slices nothing is to be kept alive by a move that is over. */
  rest(): void {
    if (this.#running === undefined) this.#move.clear()
  }

  #settle(node: EventNode, status: number): void {
    this.#running = undefined
    this.#graph.settle(node, status)
  }
}
