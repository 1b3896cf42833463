import type { Observable, Subscription } from 'rxjs'
import { Fifo } from '../frames/fifo.ts'
import { withDemand, type Demand } from '../frames/demand.ts'

/** What has come and was not taken: a value, or who wants to know that all before was taken. */
type Entry<A> = { readonly value: A } | { readonly taken: () => void }

interface Asking<A> {
  resolve(result: IteratorResult<A, undefined>): void
  reject(defect: unknown): void
}

const END: IteratorResult<never, undefined> = { done: true, value: undefined }

/** Takes from an observable what it emits, one value for each `next`. */
export class FlowIterator<A> implements AsyncIterator<A, undefined>, Demand {
  readonly #source: Observable<A>
  readonly #entries = new Fifo<Entry<A>>()
  readonly #asking: Asking<A>[] = []
  #subscription: Subscription | undefined = undefined
  #end: { readonly defect: unknown } | 'complete' | undefined = undefined

  constructor(source: Observable<A>) {
    this.#source = source
  }

  next(): Promise<IteratorResult<A, undefined>> {
    return new Promise((resolve, reject) => {
      this.#asking.push({ resolve, reject })
      if (this.#subscription === undefined && this.#end === undefined) this.#subscribe()
      else this.#serve()
    })
  }

  /** Unsubscribes; what was not taken is dropped, and a `next` that waits gets the end. */
  async return(): Promise<IteratorResult<A, undefined>> {
    this.#end = 'complete'
    this.#entries.clear()
    this.#subscription?.unsubscribe()
    this.#serve()
    return END
  }

  after(taken: () => void): void {
    this.#entries.push({ taken })
    this.#serve()
  }

  #subscribe(): void {
    this.#subscription = withDemand(this, () =>
      this.#source.subscribe({
        next: (value) => {
          this.#entries.push({ value })
          this.#serve()
        },
        error: (defect: unknown) => {
          this.#end ??= { defect }
          this.#serve()
        },
        complete: () => {
          this.#end ??= 'complete'
          this.#serve()
        },
      }),
    )
    if (this.#end !== undefined) this.#subscription.unsubscribe()
  }

  /** `taken` can bring more, which is served by the same loop. */
  #serve(): void {
    for (let first = this.#entries.first(); first !== undefined; first = this.#entries.first()) {
      if ('taken' in first) {
        this.#entries.shift()
        first.taken()
      } else {
        const asking = this.#asking.shift()
        if (asking === undefined) return
        this.#entries.shift()
        asking.resolve({ done: false, value: first.value })
      }
    }
    if (this.#end === undefined) return
    for (const asking of this.#asking.splice(0)) {
      if (this.#end === 'complete') asking.resolve(END)
      else asking.reject(this.#end.defect)
      this.#end = 'complete'
    }
  }
}
