import type { Either } from 'fp-ts/lib/Either.js'
import type { ClError } from './cl-error.ts'
import type { ContextIdentity } from './context-identity.ts'
import type { SetUserEventStatusError } from './creation-errors.ts'
import { COMPLETE, SUBMITTED } from './event-status.ts'
import type { QueueObject } from './queue.ts'

/** The four stamps of a profiled command, in nanoseconds of the device's clock: CL_PROFILING_COMMAND_…. */
export interface Profile {
  readonly queued: bigint
  readonly submit: bigint
  readonly start: bigint
  readonly end: bigint
}

/** What a command's completion is known by. */
export interface ClEvent {
  readonly _tag: 'Event'
  /**
   * CL_EVENT_COMMAND_EXECUTION_STATUS: 3 queued, 2 submitted, 1 running, 0 complete, negative for a failure. An event
   * that stands for several is complete when all are, and takes the first failure.
   */
  readonly status: number
}

/** An event that the program completes: clCreateUserEvent. */
export interface ClUserEvent extends ClEvent {
  /**
   * clSetUserEventStatus with CL_COMPLETE: what waits for the event may run.
   *
   * Left: CL_INVALID_OPERATION when the status was set before, CL_INVALID_EVENT when its context is released.
   */
  complete(): Either<SetUserEventStatusError, void>
  /**
   * clSetUserEventStatus with a negative status: what waits for the event fails.
   *
   * Left: CL_INVALID_VALUE unless `status` is a negative 32-bit integer, CL_INVALID_OPERATION when it was set before,
   * CL_INVALID_EVENT when its context is released.
   */
  fail(status: number): Either<SetUserEventStatusError, void>
}

/** Who is told when an event has settled. */
export interface SettleListener {
  settled(event: EventObject): void
}

/** The event of one command, or a user event. */
export class EventObject implements ClEvent {
  readonly _tag = 'Event'
  /** The backend's word for the event; unique in the context. */
  readonly id: number
  readonly context: ContextIdentity
  /** The queue of the command; undefined for a user event. */
  readonly queue: QueueObject | undefined
  /** The spec's name of the command. */
  readonly command: string
  #final: number | undefined = undefined
  #error: ClError | undefined = undefined
  #profile: Profile | undefined = undefined
  /** Most events have one listener: the run that enqueued the command. */
  #listeners: SettleListener | SettleListener[] | undefined = undefined
  readonly #probe: { eventStatus(id: number): number }

  constructor(
    id: number,
    context: ContextIdentity,
    queue: QueueObject | undefined,
    command: string,
    probe: { eventStatus(id: number): number },
  ) {
    this.id = id
    this.context = context
    this.queue = queue
    this.command = command
    this.#probe = probe
  }

  /** False for what only looks like an event, such as a Proxy of one. */
  static isGenuine(value: EventObject): boolean {
    return #final in value
  }

  get status(): number {
    return this.#final ?? this.#probe.eventStatus(this.id)
  }

  get isSettled(): boolean {
    return this.#final !== undefined
  }

  /** The failure, once the event has settled with a negative status. */
  get error(): ClError | undefined {
    return this.#error
  }

  get profile(): Profile | undefined {
    return this.#profile
  }

  /** What a log says of the event. */
  toJSON(): object {
    const { _tag, id, command, status } = this
    return { _tag, id, command, status }
  }

  /** Tells `listener` once, when the event settles; at once if it has. */
  whenSettled(listener: SettleListener): void {
    if (this.#final !== undefined) listener.settled(this)
    else if (this.#listeners === undefined) this.#listeners = listener
    else if (Array.isArray(this.#listeners)) this.#listeners.push(listener)
    else this.#listeners = [this.#listeners, listener]
  }

  /** The end of the command: `error` unless complete. */
  settle(status: number, error: ClError | undefined, profile: Profile | undefined): void {
    this.#final = status
    this.#error = error
    this.#profile = profile
    const listeners = this.#listeners
    this.#listeners = undefined
    if (Array.isArray(listeners)) for (const listener of listeners) listener.settled(this)
    else listeners?.settled(this)
  }
}

/** An event that stands for several; without parts it is complete. */
export class CompositeEvent implements ClEvent {
  readonly _tag = 'Event'
  readonly parts: readonly EventObject[]

  constructor(parts: readonly EventObject[]) {
    this.parts = parts
  }

  get status(): number {
    let furthest = COMPLETE
    for (const { status } of this.parts) {
      if (status < 0) return status
      furthest = Math.max(furthest, status)
    }
    return furthest === COMPLETE ? COMPLETE : SUBMITTED
  }
}

/** The event of what is already there. */
export const ALREADY_COMPLETE = new CompositeEvent([])

export const isEvent = (value: unknown): value is EventObject | CompositeEvent =>
  value instanceof EventObject ? EventObject.isGenuine(value) : value instanceof CompositeEvent

/** The single events that an event stands for. */
export const partsOf = (event: EventObject | CompositeEvent): readonly EventObject[] =>
  event instanceof EventObject ? [event] : event.parts
