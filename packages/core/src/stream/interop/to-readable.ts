import type { Observable } from 'rxjs'
import type { FrameStream } from '../frames/frame-source.ts'
import { toAsyncIterable } from './to-async-iterable.ts'

/** The ReadableStream of the program's platform, as its types say; without them, what can be read from it. */
export type WebReadable<A> = AsyncIterable<A> &
  (typeof globalThis extends { readonly ReadableStream: { readonly prototype: infer Stream } }
    ? Stream
    : FrameStream<A>)

interface Controller<A> {
  enqueue(value: A): void
  close(): void
}

type ReadableStreamConstructor = new <A>(
  source: { pull(controller: Controller<A>): Promise<void>; cancel(): Promise<unknown> },
  strategy: { readonly highWaterMark: number },
) => WebReadable<A>

/**
 * A Web ReadableStream of what a flow or any other observable emits: Readable.fromWeb makes a Node stream of it. It
 * subscribes when it is first read, and `cancel` unsubscribes. An error of the flow is that of the stream. It keeps
 * nothing beside what toAsyncIterable keeps. It gives no Left of its own; put Flow.orThrow before it for a stream of
 * plain values.
 */
export const toReadable = <A>(source: Observable<A>): WebReadable<A> => {
  const iterator = toAsyncIterable(source)[Symbol.asyncIterator]()
  const { ReadableStream } = globalThis as unknown as { readonly ReadableStream: ReadableStreamConstructor }
  return new ReadableStream<A>(
    {
      pull: async (controller) => {
        const result = await iterator.next()
        if (result.done === true) controller.close()
        else controller.enqueue(result.value)
      },
      cancel: async () => iterator.return?.(),
    },
    { highWaterMark: 0 },
  )
}
