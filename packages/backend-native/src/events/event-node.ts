import { QUEUED, type Profile } from '@rxcl/core'
import type { DriverCommand } from '../commands/driver-command.ts'
import type { ScatteredRead } from '../commands/scattered-read.ts'
import type { NativeMapping } from '../objects/native-mapping.ts'
import type { CommandQueue } from '../queues/command-queue.ts'
import type { DriverQueue } from '../queues/driver-queue.ts'
import type { Section } from '../queues/section.ts'
import type { Landing } from './host-order.ts'

const NO_WAITS: readonly number[] = []

/**
 * The event of a command, or a user event: its state and who waits for it. Driver and program may differ about it: the
 * program is told of the end of a command whose prerequisite failed although the driver still has it.
 */
export class EventNode {
  readonly id: number
  /** The place in the order of submission to the context. */
  readonly sequence: number
  /** Undefined for a user event. */
  readonly queue: CommandQueue | undefined
  /** As the driver gets it; until neither it nor the program needs it any more. */
  command: DriverCommand | undefined
  /** The wait list, until the driver has the command. */
  waits: readonly number[]
  /** What the program knows: above 0 until settled. */
  status: number = QUEUED
  /** Prerequisites that have not settled. */
  open = 0
  /** Those of them that `holdsBack` was true of. */
  held = 0
  /** Whether commands that wait for this one must be kept from the driver: it has not got this one, or failed it. */
  holdsBack = true
  /** The prerequisite that failed first, or 0. */
  cause: number
  /** Whether earlier commands of the queue, which must settle first even if this command is to fail, have not. */
  isBehind = false
  /** The next command of an in-order queue. */
  next: EventNode | undefined = undefined
  /** Which commands of an out-of-order queue it is counted with. */
  section: Section | undefined = undefined
  /** The barrier of an out-of-order queue that it has to wait for. */
  barrier: EventNode | undefined = undefined
  /** The driver's queue that the command was given to. */
  driverQueue: DriverQueue | undefined = undefined
  /** The driver's side of the event, while it is in flight there. */
  slot = -1
  /** Whether the driver has ended the command, or it will never get it. */
  hasEnded = false
  /** How; the program is told when all prerequisites have settled, because they decide what it means. */
  endStatus = 0
  profile: Profile | undefined = undefined
  /** Where the bytes of the command are until it has settled, if not where they belong. */
  scattered: ScatteredRead | undefined = undefined
  /** The mapping that the command begins or ends. */
  mapping: NativeMapping | undefined = undefined
  isUnmap = false
  /** What it brings to the host when it settles, where others may see that. */
  landing: Landing | undefined = undefined
  /** Shared virtual memory that it uses as host memory, until the driver has let go of it. */
  hostSvm: number[] | undefined = undefined
  /** Commands that are held until this one has settled, and do not fail with it. */
  followers: EventNode[] | undefined = undefined
  #waiter: EventNode | undefined = undefined
  #waiters: EventNode[] | undefined = undefined

  constructor(
    id: number,
    sequence: number,
    queue: CommandQueue | undefined,
    command: DriverCommand | undefined,
    waits: readonly number[],
    cause: number,
  ) {
    this.id = id
    this.sequence = sequence
    this.queue = queue
    this.command = command
    this.waits = waits
    this.cause = cause
  }

  /** Whether the driver has the command and has not ended it. */
  get isInFlight(): boolean {
    return this.driverQueue !== undefined && !this.hasEnded
  }

  /** Makes this event, which has not settled, a prerequisite of `waiter`. */
  addWaiter(waiter: EventNode): void {
    this.countIn(waiter)
    if (this.#waiter === undefined) this.#waiter = waiter
    else (this.#waiters ??= []).push(waiter)
  }

  /** Counts this event among the prerequisites of a command that is told of its end in another way. */
  countIn(waiter: EventNode): void {
    waiter.open += 1
    if (this.holdsBack) waiter.held += 1
  }

  /** Adds the next command of an in-order queue and each waiter to a list, in the order they came. */
  addWaitersTo(list: EventNode[]): void {
    if (this.next !== undefined) list.push(this.next)
    if (this.#waiter !== undefined) list.push(this.#waiter)
    if (this.#waiters !== undefined) for (const waiter of this.#waiters) list.push(waiter)
  }

  /** Drops what only an unsettled event needs: a long chain must not keep its end in memory. */
  forgetWaiters(): void {
    this.next = undefined
    this.#waiter = undefined
    this.#waiters = undefined
  }

  /** The driver has the command: its wait list has been told. */
  forgetWaits(): void {
    this.waits = NO_WAITS
    this.barrier = undefined
  }
}

/** Makes `earlier` a prerequisite of `node`, settled or not. */
export const waitFor = (node: EventNode, earlier: EventNode): void => {
  if (earlier.status > 0) earlier.addWaiter(node)
  else if (earlier.status < 0 && node.cause === 0) node.cause = earlier.id
}
