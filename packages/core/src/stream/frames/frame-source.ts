import type { Left, Right } from 'fp-ts/lib/Either.js'

/** What reads a Web stream where the stream itself is no async iterable. */
export interface FrameStream<T> {
  getReader(): {
    read(): PromiseLike<{ readonly done: boolean; readonly value?: T | undefined }>
    cancel(reason?: unknown): PromiseLike<void>
  }
}

/**
 * What frames can be asked from one by one: an array, a generator, a Node Readable, a Web ReadableStream. The type of a
 * frame is that of the iterator, because the readers of a byte stream say less; name it where there is none.
 */
export type FrameSource<T> = AsyncIterable<T> | Iterable<T> | FrameStream<NoInfer<T>>

type IsAny<T> = 0 extends 1 & T ? true : false

/** What of a source is worked on: what it yields, and of the Eithers that it yields the Rights. */
export type FrameOf<T> = IsAny<T> extends true ? T : T extends Left<unknown> ? never : T extends Right<infer A> ? A : T

/** The Lefts that a source yields. */
export type LeftOf<T> = IsAny<T> extends true ? never : T extends Left<infer E> ? E : never
