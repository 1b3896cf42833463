import { isObservable, type Observable, type Subscriber } from 'rxjs'
import { CommandRun } from './command-run.ts'
import { connect } from './connect.ts'
import type { OperatorKind } from './operators/operator-kind.ts'
import { SharedFlow } from './shared-flow.ts'
import type { Sink } from './sink.ts'

/** What an operator call is given beside its source. All of it is checked when a command is enqueued, not before. */
export interface CommandParts<Options> {
  readonly queue: unknown
  /** A resource, or a flow of it; undefined where the command has no second one. */
  readonly operand: unknown
  readonly options: Options | undefined
}

const NONE: readonly never[] = []

/**
 * The flow of a command operator. While anyone listens it is one run: however many listen, each combination of inputs
 * is enqueued once, and who comes later gets the latest. When the run has ended, the next subscription starts another.
 */
export class CommandNode<A, Options> extends SharedFlow<A> {
  readonly kind: OperatorKind<Options>
  readonly queue: unknown
  readonly input: Observable<unknown>
  /** The operand, or the flow of it. */
  readonly operand: unknown
  readonly options: Options | undefined
  /** The observables of `waitFor`. */
  readonly gates: readonly Observable<unknown>[]
  /** What of `waitFor` is at hand: events, or what the validator will refuse. */
  readonly events: readonly unknown[]
  #run: CommandRun | undefined = undefined

  constructor(kind: OperatorKind<Options>, input: Observable<unknown>, parts: CommandParts<Options>) {
    super()
    this.kind = kind
    this.queue = parts.queue
    this.input = input
    this.operand = parts.operand
    this.options = parts.options
    const { waitFor } = (parts.options ?? NONE) as { readonly waitFor?: unknown }
    if (Array.isArray(waitFor)) {
      this.gates = waitFor.filter(isObservable)
      this.events = waitFor.filter((dependency) => !isObservable(dependency))
    } else {
      this.gates = NONE
      // No list: whatever it is, the validator says so.
      this.events = waitFor === undefined ? NONE : [waitFor]
    }
  }

  /** How many inputs there are to observe: the source, the operand if it is a flow, the gates. */
  get inputCount(): number {
    return 1 + (isObservable(this.operand) ? 1 : 0) + this.gates.length
  }

  /** The n-th input to observe. */
  inputAt(slot: number): Observable<unknown> | undefined {
    if (slot === 0) return this.input
    if (!isObservable(this.operand)) return this.gates[slot - 1]
    return slot === 1 ? this.operand : this.gates[slot - 2]
  }

  override attach(run: CommandRun | undefined, slot: number, subscriber: Subscriber<unknown> | undefined): Sink {
    if (this.#run !== undefined) return this.#run.add(run, slot, subscriber)
    const started = new CommandRun(this)
    this.#run = started
    const sink = started.add(run, slot, subscriber)
    connect(started)
    return sink
  }

  /** The run is over; the next listener starts another. */
  end(run: CommandRun): void {
    if (this.#run === run) this.#run = undefined
  }
}
