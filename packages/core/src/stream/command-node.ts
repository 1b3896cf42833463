import { Observable, type Subscriber } from 'rxjs'
import { CommandRun } from './command-run.ts'
import type { CommandSpec } from './command-spec.ts'
import { connect } from './connect.ts'
import { Sink } from './sink.ts'

function subscribeOutside(this: Observable<unknown>, subscriber: Subscriber<unknown>): Sink {
  return (this as CommandNode<unknown, unknown>).attach(undefined, 0, subscriber)
}

/**
 * The flow of a command operator. While anyone listens it is one run: however many listen, each combination of inputs
 * is enqueued once, and who comes later gets the latest. When the run has ended, the next subscription starts another.
 */
export class CommandNode<E, A> extends Observable<A> {
  readonly spec: CommandSpec
  #run: CommandRun | undefined = undefined
  declare readonly _error: E

  constructor(spec: CommandSpec) {
    super(subscribeOutside)
    this.spec = spec
  }

  /** Adds a listener, starting a run when there is none. */
  attach(run: CommandRun | undefined, slot: number, subscriber: Subscriber<unknown> | undefined): Sink {
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
