import { COMPLETE, RUNNING } from '@rxcl/core'
import { loadMove } from '../command/load-move.ts'
import type { EventGraph } from '../event/event-graph.ts'
import type { EventNode } from '../event/event-node.ts'
import { noteComplete } from '../map/mapping-commands.ts'
import { Move } from '../memory/move.ts'
import type { Clock } from '../scheduler/clock.ts'
import { STATUS } from '../status.ts'

/** Carries out one command at a time, in as many steps as it takes. */
export class CommandRunner {
  readonly #graph: EventGraph
  readonly #clock: Clock
  readonly #move = new Move()
  #running: EventNode | undefined = undefined
  /** The bytes that the command may still move before it fails. */
  #allowance = Infinity

  constructor(graph: EventGraph, clock: Clock) {
    this.#graph = graph
    this.#clock = clock
  }

  get isBusy(): boolean {
    return this.#running !== undefined
  }

  /** From now on `node` runs; `carryOut` is its end. */
  start(node: EventNode): void {
    node.status = RUNNING
    if (node.stamps !== undefined) node.stamps.start = this.#clock.now()
  }

  /** Does what a command that runs is for. Moves at most `limit` bytes and answers how many; settles the command at its end. */
  carryOut(node: EventNode, limit: number): number {
    this.#running = node
    this.#allowance = node.fate === undefined || node.fate.failure === 0 ? Infinity : node.fate.bytes
    try {
      if (node.command !== undefined) loadMove(this.#move, node.command)
    } catch {
      this.#settle(node, STATUS.CL_OUT_OF_RESOURCES)
      return 0
    }
    return this.goOn(limit)
  }

  /** The next step of the command that is carried out. */
  goOn(limit: number): number {
    const node = this.#running
    if (node === undefined) return 0
    let moved = 0
    let status: number = COMPLETE
    // A command that was lost with its device moves nothing more.
    if (node.status <= 0) this.#move.clear()
    try {
      if (!this.#isAtEnd) moved = this.#move.step(Math.min(limit, this.#allowance))
      if (moved < 0) status = moved
      else {
        this.#allowance -= moved
        if (!this.#isAtEnd) return moved
        status = node.fate?.failure ?? COMPLETE
      }
    } catch {
      // No command may be lost: whatever went wrong, the program hears that its command failed.
      status = STATUS.CL_OUT_OF_RESOURCES
    }
    this.#settle(node, status)
    return Math.max(moved, 0)
  }

  /** Between two slices nothing is to be kept alive by a move that is over. */
  rest(): void {
    if (this.#running === undefined) this.#move.clear()
  }

  get #isAtEnd(): boolean {
    return this.#move.isFinished || this.#allowance <= 0
  }

  #settle(node: EventNode, status: number): void {
    this.#running = undefined
    if (node.status > 0) this.#end(node, status)
    if (node.time > 0) node.queue?.lane.finish()
  }

  #end(node: EventNode, status: number): void {
    if (status === COMPLETE && node.command !== undefined) noteComplete(node.command)
    this.#graph.settle(node, status)
    if (status === COMPLETE) node.queue?.device.health.noteComplete()
  }
}
