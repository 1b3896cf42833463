import * as E from 'fp-ts/lib/Either.js'
import { concat, from, map, of, throwError } from 'rxjs'
import {
  Command,
  Flow,
  RGBA8,
  completed,
  copyBuffer,
  copyBufferToImage,
  copyImageToBuffer,
  readBuffer,
  readImage,
  ready,
  svmMemcpy,
  writeBuffer,
  writeImage,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes, expectEqual } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { collect, refused } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { expectRightLeftRight } from './right-left-right.ts'

const draft = drafts('streams with refused commands')

const picture = (bench: Workbench, width: number) =>
  bench.image({ type: '2D', format: RGBA8, width, height: 2 }, pattern(width * 8, 81))

export const STREAM_REFUSALS: readonly Draft[] = [
  draft('writeBuffer goes on after a frame that is too long', async (bench) => {
    const buffer = await bench.buffer(new Uint8Array(8))
    const frames = from([pattern(8, 1), pattern(9, 2), pattern(8, 3)]).pipe(Flow.lift())
    await expectRightLeftRight(frames.pipe(writeBuffer(bench.queue(), buffer), completed()), 'CL_INVALID_VALUE')
    expectBytes('the buffer', await bench.contents(buffer), pattern(8, 3))
  }),
  draft('readBuffer goes on after a buffer that is too short', async (bench) => {
    const [long, short] = [await bench.buffer(pattern(16, 1)), await bench.buffer(pattern(4, 2))]
    const buffers = concat(ready(long), ready(short), ready(long))
    await expectRightLeftRight(buffers.pipe(readBuffer(bench.queue(), { offset: 4, size: 4 })), 'CL_INVALID_VALUE')
  }),
  draft('copyBuffer goes on after a source that is too long', async (bench) => {
    const dst = await bench.buffer(new Uint8Array(8))
    const [a, b, c] = [pattern(8, 1), pattern(9, 2), pattern(8, 3)]
    const sources = concat(ready(await bench.buffer(a)), ready(await bench.buffer(b)), ready(await bench.buffer(c)))
    await expectRightLeftRight(sources.pipe(copyBuffer(bench.queue(), dst), completed()), 'CL_INVALID_VALUE')
    expectBytes('the destination', await bench.contents(dst), c)
  }),
  draft(
    'writeImage goes on after a frame that is too short',
    async (bench) => {
      const image = await picture(bench, 3)
      const frames = from([pattern(24, 1), pattern(23, 2), pattern(24, 3)]).pipe(Flow.lift())
      await expectRightLeftRight(frames.pipe(writeImage(bench.queue(), image), completed()), 'CL_INVALID_VALUE')
      expectBytes('the image', await bench.contents(image), pattern(24, 3))
    },
    '2D images',
  ),
  draft(
    'readImage goes on after an image that is too narrow',
    async (bench) => {
      const [wide, narrow] = [await picture(bench, 5), await picture(bench, 3)]
      const images = concat(ready(wide), ready(narrow), ready(wide))
      await expectRightLeftRight(images.pipe(readImage(bench.queue(), { region: [4, 2] })), 'CL_INVALID_VALUE')
    },
    '2D images',
  ),
  draft(
    'copyImageToBuffer goes on after an image that does not fit the buffer',
    async (bench) => {
      const [fits, large] = [await picture(bench, 3), await picture(bench, 4)]
      const buffer = await bench.buffer(24)
      const images = concat(ready(fits), ready(large), ready(fits))
      await expectRightLeftRight(images.pipe(copyImageToBuffer(bench.queue(), buffer), completed()), 'CL_INVALID_VALUE')
      expectBytes('the buffer', await bench.contents(buffer), pattern(24, 81))
    },
    '2D images',
  ),
  draft(
    'copyBufferToImage goes on after a buffer that does not fill the image',
    async (bench) => {
      const image = await picture(bench, 3)
      const [full, short] = [await bench.buffer(pattern(24, 4)), await bench.buffer(pattern(23, 5))]
      const buffers = concat(ready(full), ready(short), ready(full))
      await expectRightLeftRight(buffers.pipe(copyBufferToImage(bench.queue(), image), completed()), 'CL_INVALID_VALUE')
      expectBytes('the image', await bench.contents(image), pattern(24, 4))
    },
    '2D images',
  ),
  draft(
    'svmMemcpy goes on after an overlap',
    async (bench) => {
      const memory = await bench.svm(pattern(16, 6))
      const pointers = concat(ready(memory.at(8)), ready(memory.at(2)), ready(memory.at(12)))
      const copies = pointers.pipe(svmMemcpy(bench.queue(), memory.at(0), { size: 4 }), completed())
      await expectRightLeftRight(copies, 'CL_MEM_COPY_OVERLAP')
      expectBytes('the first bytes', (await bench.contents(memory)).slice(0, 4), pattern(16, 6).slice(12))
    },
    'svm',
  ),
  draft('a Left passes every later command, which is not enqueued', async (bench) => {
    const queue = bench.queue()
    const [a, b, c] = [
      await bench.buffer(pattern(8, 1)),
      await bench.buffer(pattern(8, 2)),
      await bench.buffer(pattern(8, 3)),
    ]
    const flow = ready(a).pipe(copyBuffer(queue, b, { srcOffset: 9 }), copyBuffer(queue, c), readBuffer(queue))
    await refused('the chain', flow, { code: 'CL_INVALID_VALUE', command: 'CopyBuffer', origin: 'validation' })
    expectBytes('b', await bench.contents(b), pattern(8, 2))
    expectBytes('c', await bench.contents(c), pattern(8, 3))
  }),
  draft('a Left in the wait list passes, and the command is not enqueued', async (bench) => {
    const queue = bench.queue()
    const [a, b] = [await bench.buffer(pattern(8, 1)), await bench.buffer(pattern(8, 2))]
    const bad = ready(a).pipe(copyBuffer(queue, b, { dstOffset: 99 }))
    const flow = ready(a).pipe(copyBuffer(queue, b, { waitFor: [bad] }), completed())
    await refused('the copy', flow, { code: 'CL_INVALID_VALUE', command: 'CopyBuffer', origin: 'validation' })
    expectBytes('b', await bench.contents(b), pattern(8, 2))
  }),
  draft('the error channel carries what a source throws, and the queue goes on', async (bench) => {
    const queue = bench.queue()
    const buffer = await bench.buffer(pattern(8, 1))
    const defect = new Error('a defect of the source')
    const frames = concat(
      of(pattern(8, 2)),
      throwError(() => defect),
    )
    const outcome = await collect(frames.pipe(Flow.lift(), writeBuffer(queue, buffer), map(E.right))).catch(
      (error: unknown) => error,
    )
    expectEqual('what the flow throws', outcome, defect)
    await bench.run(queue, Command.writeBuffer({ buffer, ptr: pattern(8, 3) }))
    expectBytes('the buffer', await bench.contents(buffer), pattern(8, 3))
  }),
]
