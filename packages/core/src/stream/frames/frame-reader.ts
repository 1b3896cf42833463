import type { FrameStream } from './frame-source.ts'

type Answer = IteratorResult<unknown, unknown>

/** An iterator of either kind: it answers at once or later. */
export interface FrameReader {
  next(): Answer | PromiseLike<Answer>
  /** No more will be asked for. Not to be called after the end. */
  close(): unknown
}

const isStream = (frames: object): frames is FrameStream<unknown> =>
  typeof (frames as { readonly getReader?: unknown }).getReader === 'function'

const ofIterator = (iterator: Iterator<unknown> | AsyncIterator<unknown>): FrameReader => ({
  next: () => iterator.next(),
  close: () => iterator.return?.(),
})

const ofStream = (stream: FrameStream<unknown>): FrameReader => {
  const reader = stream.getReader()
  return {
    next: () =>
      reader.read().then(({ done, value }): Answer => (done ? { done: true, value: undefined } : { done, value })),
    close: () => reader.cancel(),
  }
}

/** Starts to read a source; undefined for what is none. A source that throws when it is opened throws here. */
export const openFrames = (frames: unknown): FrameReader | undefined => {
  if (typeof frames === 'string') return ofIterator(frames[Symbol.iterator]())
  if ((typeof frames !== 'object' && typeof frames !== 'function') || frames === null) return undefined
  const { [Symbol.asyncIterator]: later, [Symbol.iterator]: atOnce } = frames as Partial<
    AsyncIterable<unknown> & Iterable<unknown>
  >
  if (later !== undefined) return ofIterator(later.call(frames))
  if (atOnce !== undefined) return ofIterator(atOnce.call(frames))
  return isStream(frames) ? ofStream(frames) : undefined
}
