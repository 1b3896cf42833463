/** Takes bytes off the front of a stream. One call at a time. What the stream throws, the calls throw. */
export interface ByteReader {
  /**
   * The bytes up to and with the next newline; without it where the stream ends, or after `most` bytes. Empty at the
   * end of the stream.
   */
  readonly line: (most: number) => Promise<Uint8Array>
  /** The next `size` bytes, in memory of their own; fewer where the stream ends. */
  readonly take: (size: number) => Promise<Uint8Array<ArrayBuffer>>
  /** Bytes taken so far. */
  readonly position: () => number
}

export const NEWLINE = 10

/** Holds one chunk of the stream at a time and asks for the next when that is used up. */
export const createByteReader = (chunks: AsyncIterable<Uint8Array>): ByteReader => {
  const iterator = chunks[Symbol.asyncIterator]()
  let chunk: Uint8Array = new Uint8Array(0)
  let position = 0

  /** Whether there is at least one more byte; then `chunk` is not empty. */
  const hasMore = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const next = await iterator.next()
      if (next.done === true) return false
      chunk = next.value
    }
    return true
  }

  const shift = (size: number): Uint8Array => {
    const front = chunk.subarray(0, size)
    chunk = chunk.subarray(size)
    position += front.length
    return front
  }

  return {
    line: async (most) => {
      const bytes: number[] = []
      while (bytes.length < most && bytes.at(-1) !== NEWLINE && (await hasMore())) bytes.push(...shift(1))
      return Uint8Array.from(bytes)
    },
    take: async (size) => {
      const taken = new Uint8Array(size)
      let length = 0
      while (length < size && (await hasMore())) {
        const part = shift(size - length)
        taken.set(part, length)
        length += part.length
      }
      return taken.subarray(0, length)
    },
    position: () => position,
  }
}
