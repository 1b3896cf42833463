import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Failure } from '../../src/failure.ts'
import { createByteReader } from '../../src/input/byte-reader.ts'
import type { Input } from '../../src/input/open-input.ts'
import { rawFormat, readY4mFormat } from '../../src/input/read-format.ts'
import { readFrames } from '../../src/input/read-frames.ts'
import { frameSize, planesOf } from '../../src/video/planes.ts'
import type { Frame } from '../../src/video/video-format.ts'
import { type Video, buildFile, frameBytes, makeVideo, videos } from '../build-video.ts'
import { inChunks } from '../in-chunks.ts'

const inputOf = (chunks: AsyncIterable<Uint8Array>): Input => ({
  name: 'in',
  reader: createByteReader(chunks),
  size: undefined,
  close: () => {},
})

/** All that comes of a stream: its frames and what is wrong with it. */
const readAll = async (
  video: Video,
  chunks: AsyncIterable<Uint8Array>,
): Promise<E.Either<Failure, readonly E.Either<Failure, Frame>[]>> => {
  const input = inputOf(chunks)
  const format = video.colour === 'rgba' ? E.right(rawFormat(video, '25:1')) : await readY4mFormat(input)
  if (E.isLeft(format)) return format
  const { sampling, width, height } = format.right
  const frames: E.Either<Failure, Frame>[] = []
  for await (const frame of readFrames(input, format.right, frameSize(planesOf(sampling, width, height))))
    frames.push(frame)
  return E.right(frames)
}

const wholeFrames = ({ frames }: Video): readonly E.Either<Failure, Frame>[] =>
  frames.map((frame) => E.right({ bytes: frameBytes(frame), parameters: '' }))

const four = makeVideo(5, 3, '420', 2)
const raw = makeVideo(2, 2, 'rgba', 2)

describe('readFrames', () => {
  test('gives every frame, whatever the colours and the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(videos, fc.array(fc.integer({ min: 0, max: 300 })), async (video, sizes) => {
        expect(await readAll(video, inChunks(buildFile(video), sizes))).toEqual(E.right(wholeFrames(video)))
      }),
    )
  })

  test.each([
    ['Y4M', four],
    ['raw', raw],
  ])('gives the same frames of %s when the stream is split in two at any byte', async (_, video) => {
    const file = buildFile(video)
    for (let at = 0; at <= file.length; at += 1)
      expect(await readAll(video, inChunks(file, [at])), `split at ${at}`).toEqual(E.right(wholeFrames(video)))
  })

  test('of Y4M that is cut at any byte, gives the frames before and says how far the next one goes', async () => {
    const file = buildFile(four)
    const header = file.indexOf(10) + 1
    // 5 x 3 of luma and twice 3 x 2 of chroma.
    const [line, size] = [6, 27]
    for (let length = 0; length <= file.length; length += 1) {
      const read = await readAll(four, inChunks(file.subarray(0, length), []))
      const frame = Math.floor((length - header) / (line + size))
      const rest = (length - header) % (line + size)
      const broken = (reason: string): unknown => E.left({ _tag: 'BrokenFrame', input: 'in', frame: frame + 1, reason })
      const inFrame =
        rest < line ? 'is cut short: the stream ends in its header' : `is cut short: ${rest - line} of ${size} bytes`
      const expected =
        length < header
          ? E.left({ _tag: 'BadHeader', input: 'in', reason: length === 0 ? 'it is empty' : 'it ends in its header' })
          : E.right([...wholeFrames(four).slice(0, frame), ...(rest === 0 ? [] : [broken(inFrame)])])
      expect(read, `cut at ${length}`).toEqual(expected)
    }
  })

  test('of raw that is cut at any byte, gives the frames before and says how far the next one goes', async () => {
    const file = buildFile(raw)
    for (let length = 0; length <= file.length; length += 1) {
      const [frame, rest] = [Math.floor(length / 16), length % 16]
      const reason = `is cut short: ${rest} of 16 bytes`
      const broken = E.left({ _tag: 'BrokenFrame', input: 'in', frame: frame + 1, reason })
      expect(await readAll(raw, inChunks(file.subarray(0, length), [])), `cut at ${length}`).toEqual(
        E.right([...wholeFrames(raw).slice(0, frame), ...(rest === 0 ? [] : [broken])]),
      )
    }
  })

  test('keeps what the line of a frame says', async () => {
    const file = Buffer.from('YUV4MPEG2 W1 H1 Cmono\nFRAME Itps Xa=b\n\x07FRAME\n\x08')
    expect(await readAll(makeVideo(1, 1, 'mono', 0), inChunks(file, []))).toEqual(
      E.right([
        E.right({ bytes: Uint8Array.of(7), parameters: ' Itps Xa=b' }),
        E.right({ bytes: Uint8Array.of(8), parameters: '' }),
      ]),
    )
  })

  test.each([
    ['another word', 'frame\n\x08'],
    ['a longer word', 'FRAMES\n\x08'],
    ['bytes too many of the frame before', '\x08FRAME\n\x08'],
    ['a line without end', `FRAME ${'x'.repeat(5000)}`],
  ])('ends where %s stands for FRAME, after the frames before', async (_, rest) => {
    const file = Buffer.from(`YUV4MPEG2 W1 H1 Cmono\nFRAME\n\x07${rest}`)
    expect(await readAll(makeVideo(1, 1, 'mono', 0), inChunks(file, []))).toEqual(
      E.right([
        E.right({ bytes: Uint8Array.of(7), parameters: '' }),
        E.left({ _tag: 'BrokenFrame', input: 'in', frame: 2, reason: 'does not begin with a line FRAME' }),
      ]),
    )
  })

  test('gives what the stream throws as the last Left', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('YUV4MPEG2 W1 H1 Cmono\nFRAME\n\x07')
      throw Object.assign(new Error('unplugged'), { code: 'EIO' })
    }
    expect(await readAll(makeVideo(1, 1, 'mono', 0), chunks())).toEqual(
      E.right([
        E.right({ bytes: Uint8Array.of(7), parameters: '' }),
        E.left({ _tag: 'UnreadableInput', input: 'in', reason: 'EIO' }),
      ]),
    )
  })
})

test.each([
  ['RIFF, a line without end', `RIFF${'x'.repeat(5000)}`, 'it does not begin with YUV4MPEG2'],
  ['a header without end', `YUV4MPEG2 X${'x'.repeat(5000)}`, 'its header is longer than 4096 bytes'],
  ['a wrong header', 'YUV4MPEG2 W1 H1 C411\n', 'its colours are C411; '],
])('a stream that begins with %s is refused', async (_, text, reason) => {
  const read = await readY4mFormat(inputOf(inChunks(Buffer.from(text), [])))
  expect(read).toEqual(E.left({ _tag: 'BadHeader', input: 'in', reason: expect.stringContaining(reason) }))
})
