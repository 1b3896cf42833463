import { QUEUED } from '@rxcl/core'
import type { PortCommand } from '@rxcl/core/port'
import type { Fate } from '../faults/fate.ts'
import type { CommandQueue } from '../queue/command-queue.ts'
import type { Section } from '../queue/section.ts'
import type { Stamps } from './stamps.ts'

/**
 * The event of a command, or a user event: its state and who waits for it. A context may hold very many of these, so
 * what most of them need is a field and what few need is made late.
 */
export class EventNode {
  readonly id: number
  /** The place in the order of submission to the context. */
  readonly sequence: number
  /** Undefined for a user event. */
  readonly queue: CommandQueue | undefined
  readonly command: PortCommand | undefined
  status: number = QUEUED
  /** Prerequisites that have not settled. */
  open = 0
  /** The prerequisite that failed first, or 0. */
  cause: number
  /** Whether earlier commands of the queue, which must settle first even if this command is to fail, have not. */
  isBehind = false
  /** The next command of an in-order queue. */
  next: EventNode | undefined = undefined
  /** Which commands of an out-of-order queue it is counted with. */
  section: Section | undefined = undefined
  #waiter: EventNode | undefined = undefined
  #waiters: EventNode[] | undefined = undefined
  /** With which it fails in place of running, or 0. */
  refusal = 0
  /** What goes wrong while it runs, if anything. */
  fate: Fate | undefined = undefined
  /** How long it takes, in milliseconds; known when it may run. */
  time = 0
  /** Kept where the queue profiles. */
  stamps: Stamps | undefined = undefined

  constructor(
    id: number,
    sequence: number,
    queue: CommandQueue | undefined,
    command: PortCommand | undefined,
    cause: number,
  ) {
    this.id = id
    this.sequence = sequence
    this.queue = queue
    this.command = command
    this.cause = cause
  }

  /** `waiter` may run when this event is complete. */
  addWaiter(waiter: EventNode): void {
    waiter.open += 1
    if (this.#waiter === undefined) this.#waiter = waiter
    else (this.#waiters ??= []).push(waiter)
  }

  /** Calls `release` for each waiter in the order they came, and forgets them. */
  releaseWaiters(graph: Releases, failed: number): void {
    const first = this.#waiter
    const others = this.#waiters
    this.#waiter = undefined
    this.#waiters = undefined
    if (first !== undefined) graph.release(first, failed)
    if (others !== undefined) for (const waiter of others) graph.release(waiter, failed)
  }
}

/** Where a prerequisite of a command that has settled is counted. */
export interface Releases {
  /** `failed` is the prerequisite's id if it failed, else 0. */
  release(node: EventNode, failed: number): void
}
