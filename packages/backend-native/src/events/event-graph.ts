import { COMPLETE, QUEUED, RUNNING, STATUS_CODES, SUBMITTED } from '@rxcl/core'
import { EventTable, type Settled, type SettledListener, type Submission } from '@rxcl/core/port'
import { driverCommandOf, MARKER } from '../commands/driver-command.ts'
import { lacksHostMemory } from '../commands/host-memory.ts'
import { hostViewsOf } from '../commands/host-views.ts'
import { packCommand } from '../commands/pack-command.ts'
import type { Driver } from '../driver.ts'
import type { Holdings } from '../objects/holdings.ts'
import type { CommandQueue } from '../queues/command-queue.ts'
import type { Quirks } from '../quirks/quirks.ts'
import { EventNode, waitFor } from './event-node.ts'
import { releaseFollowers } from './followers.ts'
import type { GraphParts } from './graph-parts.ts'
import { HostOrder } from './host-order.ts'
import { landed } from './landed.ts'
import { hasNothingToUnmap, noteMapping, settleMapping } from './mapping-order.ts'
import { operandsOf } from './operands-of.ts'
import { settledOf } from './settled-of.ts'

const { CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST, CL_OUT_OF_HOST_MEMORY } = STATUS_CODES

/**
 * The unsettled events of one context, and those the program has not been told of.
 *
 * The driver gets a command as soon as everything it waits for is with the driver: there it waits for events. Commands
 * behind an open user event are held here, because drivers stop, or run what must not run, where a user event fails.
 */
export class EventGraph {
  readonly #driver: Driver
  readonly #holdings: Holdings
  readonly #quirks: Quirks
  readonly #listener: SettledListener
  readonly #hostOrder: HostOrder
  readonly #nodes = new EventTable<EventNode>()
  #sequence = 0
  /** Events of which something has changed: a list, because recursion ends where a chain is long. */
  readonly #changed: EventNode[] = []
  /** Commands that the driver can have. */
  #ready: EventNode[] = []
  #isReadySorted = true
  /** Settled, in that order. */
  #settled: EventNode[] = []
  #isDeliveryDue = false
  /** Where the command in hand goes: one object for all of them. */
  readonly #place = { queue: 0, slot: 0, waits: [] as number[] }

  constructor({ driver, holdings, quirks, listener }: GraphParts) {
    this.#driver = driver
    this.#holdings = holdings
    this.#hostOrder = new HostOrder(holdings)
    this.#quirks = quirks
    this.#listener = listener
  }

  submit({ event, queue: handle, command, waits, failedWait }: Submission): void {
    const queue = handle as CommandQueue
    const driverCommand = driverCommandOf(command, this.#quirks)
    const node = new EventNode(event, (this.#sequence += 1), queue, driverCommand, waits, failedWait)
    queue.enter(node)
    for (const id of waits) {
      // An event that is not known any more was delivered as complete.
      const earlier = this.#nodes.get(id)
      if (earlier !== undefined) waitFor(node, earlier)
    }
    noteMapping(node, driverCommand, this.#nodes)
    this.#nodes.add(node)
    this.#look(node)
  }

  addUserEvent(id: number): void {
    const node = new EventNode(id, (this.#sequence += 1), undefined, undefined, [], 0)
    node.status = SUBMITTED
    this.#nodes.add(node)
  }

  endUserEvent(id: number, status: number): void {
    const node = this.#nodes.get(id)
    if (node !== undefined && node.status > 0) this.#settle(node, status)
  }

  statusOf(id: number): number {
    const node = this.#nodes.get(id)
    if (node === undefined) return COMPLETE
    if (node.status <= 0 || node.queue === undefined) return node.status
    if (node.hasEnded) return RUNNING
    // What the driver has ended and the program has not been told of is not over yet.
    return node.isInFlight ? Math.max(RUNNING, this.#driver.binding.eventStatus(node.slot)) : QUEUED
  }

  /** The driver has ended a command of this context. */
  ended(node: EventNode, status: number, profile: Settled['profile']): void {
    node.hasEnded = true
    node.driverQueue?.leave()
    if (node.status <= 0) {
      this.#driver.doubts -= 1
      for (const handle of operandsOf(node)) this.#holdings.giveBack(handle)
      this.#hostOrder.letGo(node)
      node.command = undefined
      return
    }
    this.#conclude(node, Math.min(COMPLETE, status))
    node.profile = profile
  }

  /** Settles what can be settled, gives the driver what it can have, and tells the program in a task of its own. */
  work(): void {
    this.advance()
    if (this.#settled.length > 0) this.deliverSoon()
  }

  /** Settles what can be settled and gives the driver what it can have. */
  advance(): void {
    const changed = this.#changed
    for (let i = 0; i < changed.length; i += 1) this.#look(changed[i] as EventNode)
    if (changed.length > 0) changed.length = 0
    const ready = this.#ready
    if (ready.length > 0) {
      this.#ready = []
      // One end may free commands here and there; the driver gets them in the order in which they were submitted.
      if (!this.#isReadySorted) ready.sort((one, other) => one.sequence - other.sequence)
      this.#isReadySorted = true
      for (const node of ready) this.#give(node)
      this.#driver.commands.flush()
      this.#driver.watch.start()
    }
  }

  /** Tells the program what has settled, in a task of its own. */
  deliverSoon(): void {
    if (this.#isDeliveryDue) return
    this.#isDeliveryDue = true
    setImmediate(() => this.deliver())
  }

  /** Tells the program what has settled; from now on the graph does not know these events. */
  deliver(): void {
    this.#isDeliveryDue = false
    const nodes = this.#settled
    if (nodes.length === 0) return
    this.#settled = []
    const batch: Settled[] = []
    for (const node of nodes) {
      this.#nodes.take(node.id)
      if (node.queue === undefined) continue
      node.queue.delivered(node)
      batch.push(settledOf(node))
    }
    if (batch.length > 0) this.#listener(batch)
  }

  #look(node: EventNode): void {
    if (node.status <= 0) return
    if (node.cause !== 0) {
      if (!node.isBehind) this.#settle(node, CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST)
    } else if (node.hasEnded) {
      if (node.open === 0) this.#settle(node, landed(node))
    } else if (node.holdsBack && node.held === 0 && node.queue !== undefined) this.#letGo(node, node.queue)
  }

  #letGo(node: EventNode, queue: CommandQueue): void {
    if (hasNothingToUnmap(node)) node.command = MARKER
    const { command = MARKER } = node
    const views = hostViewsOf(command)
    const refused = lacksHostMemory(command, views) ? CL_OUT_OF_HOST_MEMORY : queue.prepare(node)
    if (refused !== COMPLETE) {
      this.#conclude(node, refused)
      return
    }
    if (views.length > 0 && this.#hostOrder.isHeld(node, views)) return
    node.holdsBack = false
    const previous = this.#ready.at(-1)
    if (previous !== undefined && previous.sequence > node.sequence) this.#isReadySorted = false
    this.#ready.push(node)
    const changed = this.#changed
    const first = changed.length
    node.addWaitersTo(changed)
    for (let i = first; i < changed.length; i += 1) (changed[i] as EventNode).held -= 1
  }

  #give(node: EventNode): void {
    const { queue, command } = node
    if (queue === undefined || command === undefined || node.status <= 0 || node.cause !== 0) return
    const place = this.#place
    const { waits } = place
    // To empty what is empty costs more than to look.
    if (waits.length > 0) waits.length = 0
    for (const id of node.waits) this.#addSlot(this.#nodes.get(id))
    this.#addSlot(node.barrier)
    node.forgetWaits()
    const driverQueue = queue.driverQueueFor(node, waits.length)
    driverQueue.enter()
    node.driverQueue = driverQueue
    node.slot = this.#driver.slots.take(node)
    place.queue = driverQueue.handle
    place.slot = node.slot
    node.scattered = packCommand(this.#driver.commands, place, command)
  }

  #addSlot(earlier: EventNode | undefined): void {
    if (earlier?.isInFlight === true) this.#place.waits.push(earlier.slot)
  }

  /** How a command has ended is known; what that means is told when its prerequisites have settled. */
  #conclude(node: EventNode, status: number): void {
    node.hasEnded = true
    node.endStatus = status
    // It is going to fail, so nothing more that waits for it may reach the driver.
    if (status < 0) node.holdsBack = true
    this.#driver.doubts += 1
    this.#changed.push(node)
  }

  #settle(node: EventNode, status: number): void {
    node.status = status
    this.#settled.push(node)
    if (node.mapping !== undefined) settleMapping(node)
    releaseFollowers(node, this.#changed)
    if (node.isInFlight) this.#leaveToDriver(node)
    else {
      node.command = undefined
      if (node.hasEnded) this.#driver.doubts -= 1
    }
    this.#hostOrder.settled(node)
    node.queue?.settled(node, this.#free)
    const failed = status < 0 ? node.id : 0
    const changed = this.#changed
    const first = changed.length
    node.addWaitersTo(changed)
    for (let i = first; i < changed.length; i += 1) {
      const waiter = changed[i] as EventNode
      waiter.open -= 1
      if (node.holdsBack) waiter.held -= 1
      if (failed !== 0 && waiter.cause === 0) waiter.cause = failed
    }
    node.forgetWaiters()
    node.barrier = undefined
    if (failed !== 0 && node.driverQueue !== undefined) this.#driver.watch.suspect()
  }

  /** The program is told of the end of a command that the driver has: its objects are kept until the driver ends it. */
  #leaveToDriver(node: EventNode): void {
    this.#driver.doubts += 1
    for (const handle of operandsOf(node)) this.#holdings.lend(handle)
    this.#driver.binding.abandon(node.slot)
  }

  readonly #free = (node: EventNode): void => {
    this.#changed.push(node)
  }
}
