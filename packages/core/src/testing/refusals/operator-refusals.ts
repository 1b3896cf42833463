import { concat, from } from 'rxjs'
import {
  Flow,
  RGBA8,
  completed,
  copyBufferRect,
  copyImage,
  fillBuffer,
  fillImage,
  mapBuffer,
  mapImage,
  migrate,
  readBufferRect,
  ready,
  svmFree,
  svmMap,
  svmMemFill,
  svmMigrate,
  svmUnmap,
  unmap,
  writeBufferRect,
} from '../../index.ts'
import { drafts, type Draft } from '../case.ts'
import { expectBytes } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { value } from '../settle.ts'
import type { Workbench } from '../workbench.ts'
import { expectRightLeftRight } from './right-left-right.ts'

const draft = drafts('operators go on after a refusal')
const SVM = 'svm' as const

/** A long buffer, a short one, a long one. */
const buffers = async (bench: Workbench) => {
  const [a, b, c] = [await bench.buffer(pattern(16, 1)), await bench.buffer(pattern(4, 2)), await bench.buffer(16)]
  return { a, b, c, flow: concat(ready(a), ready(b), ready(c)) }
}

/** A wide image, a narrow one, a wide one. */
const images = async (bench: Workbench) => {
  const image = (width: number) => bench.image({ type: '2D', format: RGBA8, width, height: 2 })
  return concat(ready(await image(5)), ready(await image(3)), ready(await image(5)))
}

/** A pointer to many bytes, one to few, one to many. */
const pointers = async (bench: Workbench) => {
  const [a, b] = [await bench.svm(16), await bench.svm(16)]
  return concat(ready(a.at(0)), ready(a.at(12)), ready(b.at(0)))
}

export const OPERATOR_REFUSALS: readonly Draft[] = [
  draft(
    'writeBufferRect, after data that ends before its box',
    async (bench) => {
      const buffer = await bench.buffer(16)
      const frames = from([pattern(8, 1), pattern(7, 2), pattern(8, 3)]).pipe(Flow.lift())
      const written = frames.pipe(writeBufferRect(bench.queue(), buffer, { region: [4, 2] }), completed())
      await expectRightLeftRight(written, 'CL_INVALID_VALUE')
      expectBytes('the buffer', (await bench.contents(buffer)).slice(0, 8), pattern(8, 3))
    },
    'rects',
  ),
  draft(
    'readBufferRect, after a buffer that its box leaves',
    async (bench) => {
      const { flow } = await buffers(bench)
      await expectRightLeftRight(flow.pipe(readBufferRect(bench.queue(), { region: [4, 2] })), 'CL_INVALID_VALUE')
    },
    'rects',
  ),
  draft(
    'copyBufferRect, after a source that its box leaves',
    async (bench) => {
      const { flow } = await buffers(bench)
      const copied = flow.pipe(copyBufferRect(bench.queue(), await bench.buffer(16), { region: [4, 2] }), completed())
      await expectRightLeftRight(copied, 'CL_INVALID_VALUE')
    },
    'rects',
  ),
  draft(
    'fillBuffer, after a buffer that is too short',
    async (bench) => {
      const { a, b, flow } = await buffers(bench)
      const filled = flow.pipe(fillBuffer(bench.queue(), new Uint8Array([7]), { size: 16 }), completed())
      await expectRightLeftRight(filled, 'CL_INVALID_VALUE')
      expectBytes('a long one', await bench.contents(a), new Uint8Array(16).fill(7))
      expectBytes('the short one', await bench.contents(b), pattern(4, 2))
    },
    'fills',
  ),
  draft(
    'fillImage, after an image that is too narrow',
    async (bench) => {
      const filled = (await images(bench)).pipe(fillImage(bench.queue(), [0, 0, 0, 0], { region: [4, 2] }), completed())
      await expectRightLeftRight(filled, 'CL_INVALID_VALUE')
    },
    '2D images',
    'fills',
  ),
  draft(
    'copyImage, after a source that is too narrow',
    async (bench) => {
      const target = await bench.image({ type: '2D', format: RGBA8, width: 5, height: 2 })
      const copied = (await images(bench)).pipe(copyImage(bench.queue(), target, { region: [4, 2] }), completed())
      await expectRightLeftRight(copied, 'CL_INVALID_VALUE')
    },
    '2D images',
  ),
  draft('mapBuffer, after a buffer that is too short', async (bench) => {
    const { flow } = await buffers(bench)
    await expectRightLeftRight(flow.pipe(mapBuffer(bench.queue(), { size: 8 })), 'CL_INVALID_VALUE')
  }),
  draft(
    'mapImage, after an image that is too narrow',
    async (bench) => {
      await expectRightLeftRight(
        (await images(bench)).pipe(mapImage(bench.queue(), { region: [4, 2] })),
        'CL_INVALID_VALUE',
      )
    },
    '2D images',
  ),
  draft('unmap, after a mapping that has ended', async (bench) => {
    const queue = bench.queue()
    const { a, c } = await buffers(bench)
    const [first, second] = [
      await value('the first', ready(a).pipe(mapBuffer(queue))),
      await value('the second', ready(c).pipe(mapBuffer(queue))),
    ]
    const mappings = from([first, first, second]).pipe(Flow.lift())
    await expectRightLeftRight(mappings.pipe(unmap(queue), completed()), 'CL_INVALID_VALUE')
  }),
  draft(
    'migrate, after a released buffer',
    async (bench) => {
      const { b, flow } = await buffers(bench)
      b.release()
      await expectRightLeftRight(flow.pipe(migrate(bench.queue()), completed()), 'CL_INVALID_MEM_OBJECT')
    },
    'fills',
  ),
  draft(
    'svmMemFill, after a pointer to too few bytes',
    async (bench) => {
      const filled = (await pointers(bench)).pipe(
        svmMemFill(bench.queue(), new Uint8Array(4), { size: 8 }),
        completed(),
      )
      await expectRightLeftRight(filled, 'CL_INVALID_VALUE')
    },
    SVM,
  ),
  draft(
    'svmMap, after a pointer to too few bytes, and svmUnmap, after a mapping that has ended',
    async (bench) => {
      const queue = bench.queue()
      await expectRightLeftRight((await pointers(bench)).pipe(svmMap(queue, { size: 8 })), 'CL_INVALID_VALUE')
      const [a, b] = [await bench.svm(16), await bench.svm(16)]
      const [first, second] = [
        await value('the first', ready(a.at(0)).pipe(svmMap(queue))),
        await value('the second', ready(b.at(0)).pipe(svmMap(queue))),
      ]
      const mappings = from([first, first, second]).pipe(Flow.lift())
      await expectRightLeftRight(mappings.pipe(svmUnmap(queue), completed()), 'CL_INVALID_VALUE')
    },
    SVM,
  ),
  draft(
    'svmMigrate, after a pointer to too few bytes',
    async (bench) => {
      const moved = (await pointers(bench)).pipe(svmMigrate(bench.queue(), { sizes: [8] }), completed())
      await expectRightLeftRight(moved, 'CL_INVALID_VALUE')
    },
    SVM,
    'svmMigration',
  ),
  draft(
    'svmFree, after a pointer into the middle of an allocation',
    async (bench) => {
      await expectRightLeftRight((await pointers(bench)).pipe(svmFree(bench.queue()), completed()), 'CL_INVALID_VALUE')
    },
    SVM,
  ),
]
