import type { Subscriber } from 'rxjs'
import type { CommandRun } from './command-run.ts'

/** One who listens to a run: another run, or a subscriber from outside. A link of the run's list. */
export class Sink {
  readonly source: CommandRun
  /** The run whose input this is, or undefined. */
  readonly run: CommandRun | undefined
  readonly slot: number
  /** The subscriber from outside, or undefined. */
  readonly subscriber: Subscriber<unknown> | undefined
  /** The emission it has last seen: one who joins during an emission does not get it twice. */
  readonly since: number
  previous: Sink | undefined = undefined
  next: Sink | undefined = undefined
  isRemoved = false

  constructor(
    source: CommandRun,
    run: CommandRun | undefined,
    slot: number,
    subscriber: Subscriber<unknown> | undefined,
    since: number,
  ) {
    this.source = source
    this.run = run
    this.slot = slot
    this.subscriber = subscriber
    this.since = since
  }

  unsubscribe(): void {
    this.source.remove(this)
  }
}
