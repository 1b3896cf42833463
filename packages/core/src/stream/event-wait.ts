import { COMPLETE } from '../model/event-status.ts'
import { isEvent, partsOf, type EventObject, type SettleListener } from '../model/event.ts'
import { refusal, type ClError } from '../model/cl-error.ts'

/** Tells once, when every part of an event has settled: undefined, or the first failure. Never blocks. */
export class EventWait implements SettleListener {
  readonly #done: () => void
  #missing: number
  #failure: ClError | undefined = undefined

  /** `event` may be anything: an Enqueued can come from untyped code. */
  constructor(event: unknown, done: () => void) {
    this.#done = done
    if (!isEvent(event)) {
      this.#missing = 0
      this.#failure = refusal(
        'CL_INVALID_EVENT',
        'waitForEvents',
        'event',
        `An Enqueued needs an event of this library; given: ${typeof event}.`,
      )
      return
    }
    const parts = partsOf(event)
    this.#missing = parts.length
    for (const part of parts) part.whenSettled(this)
  }

  get isDone(): boolean {
    return this.#missing === 0
  }

  get failure(): ClError | undefined {
    return this.#failure
  }

  settled(event: EventObject): void {
    if (event.status !== COMPLETE) this.#failure ??= event.error
    this.#missing -= 1
    if (this.#missing === 0) this.#done()
  }
}
