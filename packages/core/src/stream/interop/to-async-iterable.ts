import type { Observable } from 'rxjs'
import { FlowIterator } from './flow-iterator.ts'

/**
 * A flow, or any other observable, for `for await`, and for what takes an async iterable, such as Readable.from of Node.
 * Each iteration subscribes anew, at its first `next`; leaving it unsubscribes. An error of the flow rejects.
 *
 * What the flow emits is kept until it is taken. A `pull` or `bounded` that is subscribed at once, also behind operators
 * such as map, counts a frame as in flight until its results are taken: no more than the results of `inFlight` frames are
 * kept, and then pull asks for no more and bounded has no room. Any other flow is not held back, and everything that it
 * emits is kept. It gives no Left of its own.
 */
export const toAsyncIterable = <A>(source: Observable<A>): AsyncIterable<A> => ({
  [Symbol.asyncIterator]: () => new FlowIterator(source),
})
