import { Observable, type Subscriber } from 'rxjs'
import type { CommandRun } from './command-run.ts'
import type { Sink } from './sink.ts'

function subscribeOutside(this: Observable<unknown>, subscriber: Subscriber<unknown>): Sink {
  return (this as SharedFlow<unknown>).attach(undefined, 0, subscriber)
}

/** A flow that runs and subscribers from outside listen to in the same way: a run upstream is met without RxJS between. */
export abstract class SharedFlow<A> extends Observable<A> {
  constructor() {
    super(subscribeOutside)
  }

  /** Adds a listener, starting a run when there is none. */
  abstract attach(run: CommandRun | undefined, slot: number, subscriber: Subscriber<unknown> | undefined): Sink
}
