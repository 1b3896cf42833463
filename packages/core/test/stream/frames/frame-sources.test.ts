import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import * as E from 'fp-ts/lib/Either.js'
import { lastValueFrom, toArray, type Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { Flow, pull, type FrameSource } from '../../../src/index.ts'

const all = <A>(flow: Observable<A>): Promise<readonly A[]> => lastValueFrom(flow.pipe(toArray()))

describe('sources', () => {
  const bytes = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]
  const generate = async function* () {
    for (const frame of bytes) yield Promise.resolve(frame)
  }
  const web = () => ReadableStream.from(bytes) as ReadableStream<Uint8Array>
  const sources: Readonly<Record<string, () => FrameSource<Uint8Array>>> = {
    'an array': () => bytes,
    'a generator': () => bytes.values(),
    'an async generator': generate,
    'a Node Readable': () => Readable.from(bytes),
    'a Web ReadableStream': web,
    'a Web ReadableStream without an iterator': () => {
      const stream = web()
      return { getReader: () => stream.getReader() }
    },
  }

  it.each(Object.entries(sources))('%s gives its frames, each with its index', async (_name, open) => {
    const flow$ = pull(open(), (frame, index) => Flow.right([frame[0], index]), { inFlight: 2 })
    expect(await all(flow$)).toEqual([E.right([1, 0]), E.right([2, 1]), E.right([3, 2])])
  })

  it.each([
    ['neither', 5],
    ['null', null],
    ['a record', { next: () => ({ done: true }) }],
  ])('that are %s are one Left', async (_name, frames) => {
    const flow$ = pull(frames as unknown as readonly number[], () => Flow.right(1), { inFlight: 1 })
    expect(await all(flow$)).toMatchObject([
      { _tag: 'Left', left: { _tag: 'CL_INVALID_VALUE', command: 'pull', parameter: 'frames' } },
    ])
  })

  it('may yield Lefts, which pass in their place and count, and Rights, which are unwrapped', async () => {
    const frames = [E.right(10), E.left('broken'), E.right(30)]
    const flow$ = pull(frames, (frame, index) => Flow.right(frame + index), { inFlight: 3 })
    expect(await all(flow$)).toEqual([E.right(10), E.left('broken'), E.right(32)])
  })

  it('that throw are the error of the flow, after what came before', async () => {
    const frames = (function* () {
      yield 1
      throw new Error('broken')
    })()
    const seen: unknown[] = []
    const flow$ = pull(frames, (frame) => Flow.right(frame), { inFlight: 1 })
    flow$.subscribe({ next: (either) => seen.push(either), error: (defect: Error) => seen.push(defect.message) })
    expect(seen).toEqual([E.right(1), 'broken'])
  })

  it('that reject are the error of the flow', async () => {
    const frames = (async function* () {
      yield 1
      throw new Error('broken')
    })()
    await expect(all(pull(frames, (frame) => Flow.right(frame), { inFlight: 2 }))).rejects.toThrow('broken')
  })

  it('whose frame has a Left go on', async () => {
    const flow$ = pull([1, 2, 3], (frame) => (frame === 2 ? Flow.left('two') : Flow.right(frame)), { inFlight: 2 })
    expect(await all(flow$)).toEqual([E.right(1), E.left('two'), E.right(3)])
  })
})
