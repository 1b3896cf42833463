import { BufferObject } from '../model/buffer.ts'
import { COMPLETE, QUEUED } from '../model/event-status.ts'
import type { CompositeEvent, EventObject } from '../model/event.ts'
import type { HazardMode } from '../model/hazard-mode.ts'
import { ImageObject } from '../model/image.ts'
import { QueueObject } from '../model/queue.ts'
import type { Resource } from '../model/resource.ts'
import { STATUS_CODES } from '../model/status-codes.ts'
import type { SvmObject } from '../model/svm.ts'
import type { ContextPort, Settled, Submission } from '../port/backend.ts'
import { EventTable } from '../port/event-table.ts'
import { eachOperand } from '../validate/commands/operands.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'
import { CommandEvent } from './command-event.ts'
import type { CommandObserver } from './command-observer.ts'
import { executionError } from './execution-error.ts'
import { FailureLog } from './failure-log.ts'
import { HazardListeners } from './hazards/hazard-listeners.ts'
import type { Hazards } from './hazards/hazards.ts'
import { makeHazards } from './hazards/make-hazards.ts'
import { Mappings } from './mappings.ts'
import { findWait, flattenWaitList, remainingWaits } from './wait-list.ts'

/** Where commands of one turn meet: `submit` is called once, when no more are coming, for what has not gone before. */
export interface SubmitScheduler {
  request(dispatcher: { submit(): void }): void
}

/**
 * So many commands go to the backend at once, before the end of their turn: it has them carried out while the program is
 * still making the others. Nobody can see the difference, because ends are told in later tasks only.
 */
const MANY = 512

/** The status of commands that a backend with a defect has dropped. */
const LOST = STATUS_CODES.CL_OUT_OF_RESOURCES

const retain = (resource: Resource): void => resource.retain()
const unretain = (resource: Resource): void => resource.unretain()

const submissionOf = (event: CommandEvent): Submission => {
  const { waits, failedWait } = remainingWaits(event)
  return { event: event.id, queue: event.queue.handle, command: event.valid as ValidCommand, waits, failedWait }
}

/** The commands of one context between their enqueueing and their end. */
export class Dispatcher {
  readonly #port: ContextPort
  readonly #scheduler: SubmitScheduler
  readonly #idle: () => void
  readonly #unsettled = new EventTable<EventObject>()
  readonly #failures = new FailureLog()
  readonly #hazards: Hazards
  readonly mappings: Mappings
  readonly hazardListeners = new HazardListeners()
  /** Undefined but while somebody looks. */
  #observers: readonly CommandObserver[] | undefined = undefined
  #batch: CommandEvent[] = []
  /** Commands of this turn that the backend has thrown at, and what it threw: both are told at the end of the turn. */
  #lost: { readonly events: number[]; readonly defect: unknown } | undefined = undefined
  #nextId = 1

  /** `idle` is called whenever the last unsettled event has settled. */
  constructor(port: ContextPort, scheduler: SubmitScheduler, hazards: HazardMode, idle: () => void) {
    this.#port = port
    this.#scheduler = scheduler
    this.#idle = idle
    this.#hazards = makeHazards(hazards, this.hazardListeners)
    this.mappings = new Mappings(port, this.#hazards)
  }

  get isIdle(): boolean {
    return this.#unsettled.size === 0
  }

  /** A new event's id. */
  takeId(): number {
    return this.#nextId++
  }

  /** Puts a valid command on its way; it reaches the backend with the others of this turn. */
  enqueue(queue: QueueObject, valid: ValidCommand, waitList: readonly (EventObject | CompositeEvent)[]): CommandEvent {
    const event = new CommandEvent(this.takeId(), queue, valid, flattenWaitList(waitList), this)
    queue.retain()
    eachOperand(valid, retain)
    this.#hazards.enter(event)
    if (this.#observers !== undefined)
      for (const observer of this.#observers) observer.enqueued(event, flattenWaitList(waitList))
    this.#takeEffect(valid, event)
    this.#unsettled.add(event)
    this.#batch.push(event)
    this.#scheduler.request(this)
    if (this.#batch.length === MANY) this.#handOver()
    this.#hazards.tell()
    return event
  }

  /** Tells `observer` of each command from now on. Returns how to stop. */
  observe(observer: CommandObserver): () => void {
    this.#observers = [...(this.#observers ?? []), observer]
    return () => {
      const others = this.#observers?.filter((other) => other !== observer)
      this.#observers = others?.length === 0 ? undefined : others
    }
  }

  /** An object is made in the context. */
  made(resource: Resource): void {
    if (resource instanceof QueueObject)
      this.#hazards.addQueue(resource, () => this.unsettled().filter((event) => event instanceof CommandEvent))
    else if (resource instanceof BufferObject || resource instanceof ImageObject) this.#hazards.addMemory(resource)
  }

  /** The program gets to see the bytes of a fine-grained allocation, from `offset` on. */
  alias(bytes: Uint8Array, allocation: SvmObject, offset: number): void {
    this.#hazards.alias(bytes, allocation, offset)
  }

  /** Keeps a user event until its status is set. */
  track(event: EventObject): void {
    this.#unsettled.add(event)
  }

  /** Ends a user event. Commands that wait for it are ended by the backend. */
  settleUserEvent(event: EventObject, status: number): void {
    this.#unsettled.take(event.id)
    this.#settle(event, status, undefined, undefined)
    if (this.isIdle) this.#idle()
  }

  /** The events that have not settled. */
  unsettled(): readonly EventObject[] {
    return this.#unsettled.values()
  }

  /** Hands the rest of the turn's commands to the backend. */
  submit(): void {
    this.#handOver()
    const lost = this.#lost
    if (lost === undefined) return
    // A port must not throw. If it does, its flows end all the same, and the defect is not hidden.
    this.#lost = undefined
    this.settled(lost.events.map((event) => ({ event, status: LOST, cause: 0, profile: undefined })))
    throw lost.defect
  }

  /** What the backend tells of ends. */
  settled(batch: readonly Settled[]): void {
    for (const { event: id, status, cause, profile } of batch) {
      const event = this.#unsettled.take(id)
      if (!(event instanceof CommandEvent)) continue
      const because = cause === 0 ? undefined : (findWait(event.waitList, cause) ?? this.#find(cause))
      const { queue, valid } = event
      this.#hazards.leave(event, status < 0)
      event.forget()
      this.#settle(event, status, because, profile)
      if (valid !== undefined) eachOperand(valid, unretain)
      queue.unretain()
    }
    if (this.isIdle) this.#idle()
  }

  /** CL_EVENT_COMMAND_EXECUTION_STATUS of an event that has not settled. */
  eventStatus(id: number): number {
    for (const { id: waiting } of this.#batch) if (waiting === id) return QUEUED
    if (this.#lost?.events.includes(id) === true) return QUEUED
    return this.#port.eventStatus(id)
  }

  /** What a command changes for the host when it is enqueued. */
  #takeEffect(valid: ValidCommand, event: CommandEvent): void {
    if (valid._tag === 'MapBuffer' || valid._tag === 'MapImage' || valid._tag === 'SvmMap')
      this.mappings.begin(valid.mapping, event)
    else if (valid._tag === 'UnmapMemObject' || valid._tag === 'SvmUnmap') this.mappings.end(valid.mapping)
    // Invalid in new commands from now on; the memory goes when the last command that uses it, such as this, has settled.
    else if (valid._tag === 'SvmFree') for (const { allocation } of valid.svmPointers) allocation.release()
  }

  #handOver(): void {
    const batch = this.#batch
    if (batch.length === 0) return
    this.#batch = []
    if (this.#lost !== undefined) {
      // What comes after a lost command of its turn may need it.
      for (const { id } of batch) this.#lost.events.push(id)
      return
    }
    const submissions = batch.map(submissionOf)
    try {
      this.#port.submit(submissions)
    } catch (defect) {
      this.#lost = { events: submissions.map(({ event }) => event), defect }
    }
  }

  #find(id: number): EventObject | undefined {
    return this.#unsettled.get(id) ?? this.#failures.get(id)
  }

  #settle(event: EventObject, status: number, cause: EventObject | undefined, profile: Settled['profile']): void {
    if (status === COMPLETE) {
      event.settle(COMPLETE, undefined, profile)
      return
    }
    this.#failures.add(event)
    event.settle(status, executionError(event.command, status, cause), undefined)
  }
}
