import * as E from 'fp-ts/lib/Either.js'
import type { Observable, Subscriber, Subscription } from 'rxjs'
import { enqueueCommand } from '../graph/enqueue-command.ts'
import type { EventObject, SettleListener } from '../model/event.ts'
import { noteUnshown } from '../model/host-data.ts'
import type { ValidCommand } from '../validate/commands/valid-command.ts'
import type { CommandNode } from './command-node.ts'
import { disconnect } from './connect.ts'
import type { Enqueued } from './flow-types.ts'
import { ForeignInput } from './foreign-input.ts'
import { isLeftValue, resourceOf } from './input-value.ts'
import { Inputs } from './inputs.ts'
import { Listeners } from './listeners.ts'
import { Outbox } from './outbox.ts'
import { resultOf } from './result.ts'
import { SharedFlow } from './shared-flow.ts'
import { Sink } from './sink.ts'
import { arrive, openTurn, type Arrival } from './turn.ts'
import { unmapUnsent } from './unmap-unsent.ts'
import { waitListOf } from './wait-list-of.ts'

type Connection = Sink | Subscription

const leaveInput = (connection: Connection, abandoned: CommandRun[]): void => {
  if (!(connection instanceof Sink)) connection.unsubscribe()
  else if (connection.source.lose(connection)) abandoned.push(connection.source)
}

const enqueuedOf = (value: unknown, event: EventObject): E.Either<never, Enqueued<unknown>> => E.right({ value, event })

/** One life of a command node: from its first listener until its inputs and commands are done, or nobody listens. */
export class CommandRun extends Listeners implements SettleListener {
  /** While an input is being subscribed, what it emits at once is held. */
  isConnecting = false
  /** How many arrivals wait for the end of the turn; later ones must not overtake them. */
  heldArrivals = 0
  isOver = false
  readonly #node: CommandNode<unknown, unknown>
  /** The latest values, where there is more than one input: most commands have only their source. */
  readonly #inputs: Inputs | undefined
  #connected = 0
  #firstConnection: Connection | undefined = undefined
  #connections: Connection[] | undefined = undefined
  #openInputs: number
  #unsettled = 0
  /** The latest emission; of an Enqueued, which most are, only the parts: two objects fewer for each command in flight. */
  #latest: unknown = undefined
  #latestEvent: EventObject | undefined = undefined
  #outbox: Outbox | undefined = undefined

  constructor(node: CommandNode<unknown, unknown>) {
    super()
    this.#node = node
    this.#openInputs = node.inputCount
    this.#inputs = this.#openInputs > 1 ? new Inputs(this.#openInputs) : undefined
    openTurn()
  }

  /** Adds a listener, who gets the latest emission if there is one. */
  add(run: CommandRun | undefined, slot: number, subscriber: Subscriber<unknown> | undefined): Sink {
    const sink = this.join(this, run, slot, subscriber)
    const latest = this.#latestEvent === undefined ? this.#latest : enqueuedOf(this.#latest, this.#latestEvent)
    if (latest === undefined) return sink
    if (run !== undefined) arrive({ run, slot, kind: 'next', value: latest })
    else subscriber?.next(latest)
    return sink
  }

  remove(sink: Sink): void {
    if (this.lose(sink)) disconnect(this)
  }

  /** Subscribes the next input; false when there is none. */
  connectNextInput(): boolean {
    const slot = this.#connected
    const input = this.isOver ? undefined : this.#node.inputAt(slot)
    if (input === undefined) return false
    this.#connected += 1
    this.isConnecting = true
    const connection = this.#subscribe(input, slot)
    this.isConnecting = false
    if (this.isOver) connection?.unsubscribe()
    else if (slot === 0) this.#firstConnection = connection
    else if (connection !== undefined) (this.#connections ??= []).push(connection)
    return true
  }

  /** Leaves every input; the runs that nobody listens to any more are added to `abandoned`. */
  leaveInputs(abandoned: CommandRun[]): void {
    const first = this.#firstConnection
    const others = this.#connections
    this.#firstConnection = undefined
    this.#connections = undefined
    if (first !== undefined) leaveInput(first, abandoned)
    if (others !== undefined) for (const connection of others) leaveInput(connection, abandoned)
  }

  /** Lets a listener go; true if it was the last one, and the run is over. */
  lose(sink: Sink): boolean {
    if (!this.quit(sink) || !this.isDeserted || this.isOver) return false
    this.#close()
    return true
  }

  accept(arrival: Arrival): void {
    if (this.isOver) return
    switch (arrival.kind) {
      case 'next':
        if (this.#inputs === undefined) this.#combine(arrival.value)
        else if (this.#inputs.set(arrival.slot, arrival.value)) this.#combine(this.#inputs.at(0))
        return
      case 'error':
        this.#end('error', arrival.value)
        return
      case 'complete':
        this.#openInputs -= 1
        // An input that never had a value will have none: no combination can come.
        if (this.#inputs?.has(arrival.slot) === false) this.#openInputs = 0
        this.#endIfDone()
    }
  }

  settled(_event: EventObject): void {
    this.#unsettled -= 1
    if (this.isOver) return
    if (this.#outbox !== undefined) this.#send(this.#outbox)
    this.#endIfDone()
  }

  /** What throws instead, such as a Proxy of a flow, must not keep the rest of the graph from its inputs: it ends the run. */
  #subscribe(input: Observable<unknown>, slot: number): Connection | undefined {
    try {
      return input instanceof SharedFlow
        ? input.attach(this, slot, undefined)
        : input.subscribe(new ForeignInput(this, slot))
    } catch (value) {
      arrive({ run: this, slot, kind: 'error', value })
      return undefined
    }
  }

  #combine(source: unknown): void {
    const inputs = this.#inputs
    const { kind, queue, operand, options, gates, events } = this.#node
    const failure = isLeftValue(source) ? source : inputs?.findLeft()
    if (failure !== undefined) return this.#emit(undefined, failure as E.Either<unknown, unknown>)
    const isOperandFlow = inputs !== undefined && inputs.count - gates.length === 2
    const command = kind.command(resourceOf(source), isOperandFlow ? resourceOf(inputs.at(1)) : operand, options)
    const enqueued = enqueueCommand(queue, command, waitListOf(source, inputs, events, gates.length > 0))
    if (E.isLeft(enqueued)) return this.#emit(undefined, enqueued)
    const event = enqueued.right
    const value = kind.emits === 'enqueued source' ? resourceOf(source) : resultOf(command, event.valid as ValidCommand)
    if (kind.emits === 'completed' && value instanceof Uint8Array) noteUnshown(value)
    this.#unsettled += 1
    event.whenSettled(this)
    const waits = kind.emits === 'completed' || (command._tag === 'SvmMemcpy' && command.blocking)
    if (!waits && this.#hasSentAll) this.#tellEnqueued(value, event)
    else this.#emit(waits ? event : undefined, kind.emits === 'completed' ? E.right(value) : enqueuedOf(value, event))
  }

  get #hasSentAll(): boolean {
    return this.#outbox === undefined || this.#outbox.isEmpty
  }

  /** Emits at once, or, if there is an event to wait for, when it is complete; never out of order. */
  #emit(event: EventObject | undefined, emission: E.Either<unknown, unknown>): void {
    if (event === undefined && this.#hasSentAll) return this.#tell(emission)
    this.#outbox ??= new Outbox()
    this.#outbox.add(event, emission)
  }

  #send(outbox: Outbox): void {
    for (let next = outbox.take(); next !== undefined && !this.isOver; next = outbox.take()) this.#tell(next)
  }

  #tell(emission: E.Either<unknown, unknown>): void {
    this.#latest = emission
    this.#latestEvent = undefined
    this.tell(emission)
  }

  #tellEnqueued(value: unknown, event: EventObject): void {
    this.#latest = value
    this.#latestEvent = event
    this.tell(enqueuedOf(value, event))
  }

  #endIfDone(): void {
    if (this.#openInputs > 0 || this.#unsettled > 0 || this.isOver) return
    if (!this.#hasSentAll) return
    this.#end('complete', undefined)
  }

  /** Nothing is told from now on, but the end. */
  #close(): void {
    this.isOver = true
    this.#node.end(this)
    if (this.#outbox !== undefined) unmapUnsent(this.#node.queue, this.#outbox)
  }

  #end(kind: 'complete' | 'error', error: unknown): void {
    this.#close()
    disconnect(this)
    this.tellEnd(kind, error)
  }
}
