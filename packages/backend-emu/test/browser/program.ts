import {
  copyBuffer,
  copyImageToBuffer,
  Flow,
  readBuffer,
  ready,
  RGBA8,
  svmMemcpy,
  writeBuffer,
  writeImage,
  type OpenCL,
} from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { firstValueFrom, of } from 'rxjs'
import type { BackendOutcome } from './outcome.ts'
import { DIAMOND_TOP, PICTURE, RECTANGLE, SVM_SOURCE } from './input.ts'

/** image → buffer → host. */
const crop = (opencl: OpenCL): Promise<Uint8Array> => {
  const { width, height, pixels } = PICTURE
  const { x, y, columns, rows, dstOffset } = RECTANGLE
  const flow = opencl.withContext((context) =>
    pipe(
      E.Do,
      E.bindW('queue', () => context.createCommandQueue()),
      E.bindW('image', () => context.createImage({ type: '2D', width, height, format: RGBA8 })),
      E.bindW('buffer', () => context.createBuffer({ size: dstOffset + columns * rows * 4 })),
      Flow.fromEither,
      Flow.flatMap(({ queue, image, buffer }) =>
        of(pixels).pipe(
          Flow.lift(),
          writeImage(queue, image),
          copyImageToBuffer(queue, buffer, { srcOrigin: [x, y], region: [columns, rows], dstOffset }),
          readBuffer(queue, { offset: dstOffset }),
        ),
      ),
    ),
  )
  return firstValueFrom(flow.pipe(Flow.orThrow()))
}

/** host → SVM → host. */
const throughSvm = async (opencl: OpenCL): Promise<Uint8Array> => {
  const result = new Uint8Array(SVM_SOURCE.length)
  const flow = opencl.withContext((context) =>
    pipe(
      E.Do,
      E.bindW('queue', () => context.createCommandQueue()),
      E.bindW('svm', () => context.svmAlloc({ size: SVM_SOURCE.length })),
      Flow.fromEither,
      Flow.flatMap(({ queue, svm }) =>
        of(SVM_SOURCE).pipe(
          Flow.lift(),
          svmMemcpy(queue, svm.at(0)),
          svmMemcpy(queue, result, { size: result.length, blocking: true }),
        ),
      ),
    ),
  )
  await firstValueFrom(flow.pipe(Flow.orThrow()))
  return result
}

/** A copy within one allocation whose ends overlap. */
const overlap = (opencl: OpenCL): Promise<BackendOutcome['refusal']> => {
  const flow = opencl.withContext((context) =>
    pipe(
      E.Do,
      E.bindW('queue', () => context.createCommandQueue()),
      E.bindW('svm', () => context.svmAlloc({ size: 64 })),
      Flow.fromEither,
      Flow.flatMap(({ queue, svm }) => ready(svm.at(0)).pipe(svmMemcpy(queue, svm.at(8), { size: 16 }))),
    ),
  )
  const verdict = flow.pipe(
    Flow.match(
      ({ _tag, parameter }) => (parameter === undefined ? [_tag] : [_tag, parameter]),
      () => ['no error'],
    ),
  )
  return firstValueFrom(verdict)
}

/** write → two copies → read on an out-of-order queue: only the wait lists keep the order. */
const diamond = (opencl: OpenCL): Promise<Uint8Array> => {
  const size = DIAMOND_TOP.length
  const flow = opencl.withContext((context) =>
    pipe(
      E.Do,
      E.bindW('queue', () => context.createCommandQueue({ outOfOrder: true })),
      E.bindW('top', () => context.createBuffer({ size })),
      E.bindW('joined', () => context.createBuffer({ size: 2 * size })),
      Flow.fromEither,
      Flow.flatMap(({ queue, top, joined }) => {
        const written$ = of(DIAMOND_TOP).pipe(Flow.lift(), writeBuffer(queue, top))
        const left$ = written$.pipe(copyBuffer(queue, joined, { dstOffset: 0 }))
        const right$ = written$.pipe(copyBuffer(queue, joined, { dstOffset: size }))
        return Flow.combineLatest([left$, right$]).pipe(
          Flow.map(({ event, value: [value] }) => ({ event, value })),
          readBuffer(queue),
        )
      }),
    ),
  )
  return firstValueFrom(flow.pipe(Flow.orThrow()))
}

export const runProgram = async (opencl: OpenCL): Promise<Omit<BackendOutcome, 'contract'>> => ({
  crop: [...(await crop(opencl))],
  svm: [...(await throughSvm(opencl))],
  refusal: await overlap(opencl),
  diamond: [...(await diamond(opencl))],
})
