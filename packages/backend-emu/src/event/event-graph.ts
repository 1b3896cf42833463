import { COMPLETE, SUBMITTED } from '@rxcl/core'
import { EventTable, type Settled, type Submission } from '@rxcl/core/port'
import type { EmulatedDevice } from '../device/emulated-device.ts'
import type { ReadyOrder } from '../execution/ready-order.ts'
import type { FaultPlan } from '../faults/fault-plan.ts'
import { waitFor, type CommandQueue } from '../queue/command-queue.ts'
import type { Clock } from '../scheduler/clock.ts'
import { STATUS } from '../status.ts'
import { EventNode, type Releases } from './event-node.ts'
import { profileOf, stampsFrom } from './stamps.ts'

/** The unsettled events of one context, and those the program has not been told of. */
export class EventGraph implements Releases {
  readonly #nodes = new EventTable<EventNode>()
  readonly #ready: ReadyOrder
  readonly #clock: Clock
  readonly #faults: FaultPlan | undefined
  #sequence = 0
  /** Submitted, but not yet taken by the device. */
  #arrived: EventNode[] = []
  #userEnds: { readonly node: EventNode; readonly status: number }[] = []
  /** Settled, in that order. */
  #settled: EventNode[] = []
  /** Commands that are about to fail without running: a list, because recursion ends where a chain is long. */
  readonly #doomed: EventNode[] = []

  constructor(ready: ReadyOrder, clock: Clock, faults: FaultPlan | undefined) {
    this.#ready = ready
    this.#clock = clock
    this.#faults = faults
  }

  /** Makes the event and its place among the others. Nothing runs and nothing settles. */
  submit({ event, queue: handle, command, waits, failedWait }: Submission): void {
    const queue = handle as CommandQueue
    const node = new EventNode(event, (this.#sequence += 1), queue, command, failedWait)
    node.fate = this.#faults?.nextCommand(command._tag, queue.device.index)
    if (queue.profiling) node.stamps = stampsFrom(this.#clock.now())
    queue.enter(node)
    for (const id of waits) {
      // An event that is not known any more was delivered as complete.
      const earlier = this.#nodes.get(id)
      if (earlier !== undefined) waitFor(node, earlier)
    }
    this.#nodes.add(node)
    this.#arrived.push(node)
  }

  addUserEvent(id: number): void {
    const node = new EventNode(id, (this.#sequence += 1), undefined, undefined, 0)
    node.status = SUBMITTED
    this.#nodes.add(node)
  }

  /** The end takes effect when the device next works, so that no event settles inside a call of the port. */
  endUserEvent(id: number, status: number): void {
    const node = this.#nodes.get(id)
    if (node !== undefined) this.#userEnds.push({ node, status })
  }

  statusOf(id: number): number {
    return this.#nodes.get(id)?.status ?? COMPLETE
  }

  /** Whether the program has told something that the device has not looked at. */
  get hasNews(): boolean {
    return this.#arrived.length > 0 || this.#userEnds.length > 0
  }

  /** The device takes what was submitted. */
  admit(): void {
    const arrived = this.#arrived
    const userEnds = this.#userEnds
    this.#arrived = []
    this.#userEnds = []
    for (const node of arrived) {
      this.#take(node)
      if (mustFail(node)) this.#doom(node)
      else if (node.open === 0) this.#ready.arrive(node)
    }
    this.#settleDoomed()
    for (const { node, status } of userEnds) this.settle(node, status)
  }

  /** The end of a command or user event; what it fails settles with it. */
  settle(node: EventNode, status: number): void {
    this.#end(node, status)
    this.#settleDoomed()
  }

  release(node: EventNode, failed: number): void {
    // A command with two failed prerequisites has settled with the first.
    if (node.status <= 0) return
    node.open -= 1
    if (failed !== 0 && node.cause === 0) node.cause = failed
    if (mustFail(node)) this.#doom(node)
    else if (node.open === 0) this.#ready.release(node)
  }

  /** Everything that the device has not completed fails. */
  loseDevice({ health }: EmulatedDevice): void {
    const lost = this.#nodes
      .values()
      .filter(({ status, queue }) => status > 0 && queue?.device.health === health)
      .toSorted((one, other) => one.sequence - other.sequence)
    // All of them first, so that none fails because of another.
    for (const node of lost) node.status = health.lossStatus
    for (const node of lost) this.#end(node, health.lossStatus)
    this.#settleDoomed()
  }

  /** The ends that the program has not been told of; from now on the graph does not know these events. */
  takeSettled(): readonly Settled[] {
    const nodes = this.#settled
    if (nodes.length === 0) return []
    this.#settled = []
    const batch: Settled[] = []
    for (const node of nodes) {
      this.#nodes.take(node.id)
      if (node.queue === undefined) continue
      node.queue.delivered(node)
      batch.push(endOf(node))
    }
    return batch
  }

  /** The device takes a command, unless its driver has refused it or it is not there any more. */
  #take(node: EventNode): void {
    const { queue, fate, stamps } = node
    if (queue?.device.health.isLost === true) node.refusal = queue.device.health.lossStatus
    else if (fate !== undefined) node.refusal = fate.refusal
    if (node.refusal !== 0) return
    node.status = SUBMITTED
    if (stamps !== undefined) stamps.submit = this.#clock.now()
  }

  #doom(node: EventNode): void {
    if (!node.isBehind) this.#doomed.push(node)
  }

  #settleDoomed(): void {
    const doomed = this.#doomed
    if (doomed.length === 0) return
    for (let i = 0; i < doomed.length; i += 1) {
      const node = doomed[i] as EventNode
      if (node.status <= 0) continue
      this.#end(node, node.cause === 0 ? node.refusal : STATUS.CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST)
    }
    doomed.length = 0
  }

  #end(node: EventNode, status: number): void {
    node.status = status
    if (node.stamps !== undefined && status === COMPLETE) node.stamps.end = this.#clock.now()
    this.#settled.push(node)
    node.queue?.settled(node, this)
    node.releaseWaiters(this, status < 0 ? node.id : 0)
  }
}

/** A refused command tells of it when what it waits for is over; one whose device is lost waits for nothing. */
const mustFail = ({ cause, refusal, open, queue }: EventNode): boolean =>
  cause !== 0 || (refusal !== 0 && (open === 0 || queue?.device.health.isLost === true))

const endOf = (node: EventNode): Settled => ({
  event: node.id,
  status: node.status,
  cause: node.cause,
  profile: node.stamps !== undefined && node.status === COMPLETE ? profileOf(node.stamps) : undefined,
})
