import * as E from 'fp-ts/lib/Either.js'
import type { Subscriber, Subscription } from 'rxjs'
import { enqueueCommand } from '../graph/enqueue-command.ts'
import { ALREADY_COMPLETE, type EventObject, type SettleListener } from '../model/event.ts'
import { CommandNode } from './command-node.ts'
import { disconnect } from './connect.ts'
import { ForeignInput } from './foreign-input.ts'
import { isLeftValue, takeInput } from './input-value.ts'
import { Listeners } from './listeners.ts'
import { Outbox } from './outbox.ts'
import { resultOf } from './result.ts'
import { Sink } from './sink.ts'
import { arrive, openTurn, type Arrival } from './turn.ts'

const NOT_YET = Symbol('not yet')

/** One life of a command node: from its first listener until its inputs and commands are done, or nobody listens. */
export class CommandRun implements SettleListener {
  /** While an input is being subscribed, what it emits at once is held. */
  isConnecting = false
  /** How many arrivals wait for the end of the turn; later ones must not overtake them. */
  heldArrivals = 0
  isOver = false
  readonly #node: CommandNode<unknown, unknown>
  readonly #listeners = new Listeners()
  readonly #inputs: (Sink | Subscription)[] = []
  readonly #values: unknown[] = []
  #missing: number
  #openInputs: number
  #unsettled = 0
  #latest: E.Either<unknown, unknown> | undefined = undefined
  #outbox: Outbox | undefined = undefined

  constructor(node: CommandNode<unknown, unknown>) {
    this.#node = node
    this.#missing = node.spec.inputs.length
    this.#openInputs = this.#missing
    openTurn()
  }

  /** Adds a listener, who gets the latest emission if there is one. */
  add(run: CommandRun | undefined, slot: number, subscriber: Subscriber<unknown> | undefined): Sink {
    const sink = this.#listeners.add(this, run, slot, subscriber)
    if (this.#latest === undefined) return sink
    if (run !== undefined) arrive({ run, slot, kind: 'next', value: this.#latest })
    else subscriber?.next(this.#latest)
    return sink
  }

  remove(sink: Sink): void {
    if (this.#leave(sink)) disconnect(this)
  }

  /** Subscribes the next input; false when there is none. */
  connectNextInput(): boolean {
    const slot = this.#inputs.length
    const input = this.#node.spec.inputs[slot]
    if (input === undefined || this.isOver) return false
    this.#values.push(NOT_YET)
    this.isConnecting = true
    const connection =
      input instanceof CommandNode ? input.attach(this, slot, undefined) : input.subscribe(new ForeignInput(this, slot))
    this.isConnecting = false
    this.#inputs.push(connection)
    if (this.isOver) connection.unsubscribe()
    return true
  }

  /** Leaves every input; the runs that nobody listens to any more are added to `abandoned`. */
  leaveInputs(abandoned: CommandRun[]): void {
    for (const input of this.#inputs) {
      if (!(input instanceof Sink)) input.unsubscribe()
      else if (input.source.#leave(input)) abandoned.push(input.source)
    }
    this.#inputs.length = 0
  }

  accept(arrival: Arrival): void {
    if (this.isOver) return
    switch (arrival.kind) {
      case 'next':
        if (this.#values[arrival.slot] === NOT_YET) this.#missing -= 1
        this.#values[arrival.slot] = arrival.value
        if (this.#missing === 0) this.#combine()
        return
      case 'error':
        this.#end('error', arrival.value)
        return
      case 'complete':
        this.#openInputs -= 1
        // An input that never had a value will have none: no combination can come.
        if (this.#values[arrival.slot] === NOT_YET) this.#openInputs = 0
        this.#endIfDone()
    }
  }

  settled(_event: EventObject): void {
    this.#unsettled -= 1
    if (this.isOver) return
    if (this.#outbox !== undefined) this.#send(this.#outbox)
    this.#endIfDone()
  }

  #combine(): void {
    const { spec } = this.#node
    const failure = this.#values.find(isLeftValue)
    if (failure !== undefined) return this.#emit(undefined, failure as E.Either<unknown, unknown>)
    const waitList: unknown[] = []
    const source = takeInput(this.#values[0], waitList)
    const operand = spec.isOperandFlow ? takeInput(this.#values[1], waitList) : spec.operand
    const firstWait = spec.isOperandFlow ? 2 : 1
    for (let slot = firstWait; slot < this.#values.length; slot += 1) takeInput(this.#values[slot], waitList)
    if (spec.events.length > 0) waitList.push(...spec.events)
    // A marker that was told to wait for a timer has a wait list; without one it would wait for its whole queue.
    if (waitList.length === 0 && this.#values.length > firstWait) waitList.push(ALREADY_COMPLETE)
    const command = spec.command(source, operand)
    const enqueued = enqueueCommand(spec.queue, command, waitList)
    if (E.isLeft(enqueued)) return this.#emit(undefined, enqueued)
    const { valid, event } = enqueued.right
    const value = resultOf(command, valid)
    this.#unsettled += 1
    event.whenSettled(this)
    const emission = E.right(spec.emits === 'bytes' ? value : { value, event })
    const waits = spec.emits === 'bytes' || (command._tag === 'SvmMemcpy' && command.blocking)
    this.#emit(waits ? event : undefined, emission)
  }

  /** Emits at once, or, if there is an event to wait for, when it is complete; never out of order. */
  #emit(event: EventObject | undefined, emission: E.Either<unknown, unknown>): void {
    if (event === undefined && (this.#outbox === undefined || this.#outbox.isEmpty)) return this.#tell(emission)
    this.#outbox ??= new Outbox()
    this.#outbox.add(event, emission)
  }

  #send(outbox: Outbox): void {
    for (let next = outbox.take(); next !== undefined && !this.isOver; next = outbox.take()) this.#tell(next)
  }

  #tell(emission: E.Either<unknown, unknown>): void {
    this.#latest = emission
    this.#listeners.emit(emission)
  }

  #endIfDone(): void {
    if (this.#openInputs > 0 || this.#unsettled > 0 || this.isOver) return
    if (this.#outbox !== undefined && !this.#outbox.isEmpty) return
    this.#end('complete', undefined)
  }

  #end(kind: 'complete' | 'error', error: unknown): void {
    this.isOver = true
    this.#node.end(this)
    disconnect(this)
    this.#listeners.end(kind, error)
  }

  /** True if the last listener has left and the run is over. */
  #leave(sink: Sink): boolean {
    if (!this.#listeners.remove(sink) || !this.#listeners.isEmpty || this.isOver) return false
    this.isOver = true
    this.#node.end(this)
    return true
  }
}
