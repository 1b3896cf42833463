import type { Subscriber } from 'rxjs'
import type { CommandRun } from './command-run.ts'
import { Sink } from './sink.ts'
import { deliver } from './turn.ts'

/** Who listens to a run, in order; joining, leaving and telling cost the same however many there are. */
export class Listeners {
  #first: Sink | undefined = undefined
  #last: Sink | undefined = undefined
  #emissions = 0

  protected get isDeserted(): boolean {
    return this.#first === undefined
  }

  protected join(
    source: CommandRun,
    run: CommandRun | undefined,
    slot: number,
    subscriber: Subscriber<unknown> | undefined,
  ): Sink {
    const sink = new Sink(source, run, slot, subscriber, this.#emissions)
    if (this.#last === undefined) this.#first = sink
    else {
      this.#last.next = sink
      sink.previous = this.#last
    }
    this.#last = sink
    return sink
  }

  /** False if the sink had left before. */
  protected quit(sink: Sink): boolean {
    if (sink.isRemoved) return false
    sink.isRemoved = true
    if (sink.previous === undefined) this.#first = sink.next
    else sink.previous.next = sink.next
    if (sink.next === undefined) this.#last = sink.previous
    else sink.next.previous = sink.previous
    // `sink.next` stays: an emission that has come this far goes on from here.
    return true
  }

  /** A value to everyone who had joined before it. */
  protected tell(value: unknown): void {
    this.#emissions += 1
    const now = this.#emissions
    for (let sink = this.#first; sink !== undefined; sink = sink.next) {
      if (sink.isRemoved || sink.since >= now) continue
      if (sink.run === undefined) sink.subscriber?.next(value)
      else deliver({ run: sink.run, slot: sink.slot, kind: 'next', value })
    }
  }

  /** The last word to everyone. */
  protected tellEnd(kind: 'complete' | 'error', error: unknown): void {
    let sink = this.#first
    this.#first = undefined
    this.#last = undefined
    for (; sink !== undefined; sink = sink.next) {
      if (sink.isRemoved) continue
      sink.isRemoved = true
      if (sink.run !== undefined) deliver({ run: sink.run, slot: sink.slot, kind, value: error })
      else if (kind === 'complete') sink.subscriber?.complete()
      else sink.subscriber?.error(error)
    }
  }
}
