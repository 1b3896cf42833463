import type {
  ClBuffer,
  ClCommandQueue,
  ClContext,
  ClImage,
  CreateBufferError,
  CreateImageError,
  CreateQueueError,
} from '@rxcl/core'
import { RGBA8 } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type CropJob, PIXEL_SIZE } from './crop-job.ts'

/** What one frame works with. A queue of its own lets neighbouring frames overlap. */
export interface Slot {
  readonly queue: ClCommandQueue
  readonly frame: ClImage<'2D'>
  readonly cut: ClBuffer
}

export type SlotError = CreateQueueError | CreateImageError | CreateBufferError

/** Makes a slot in a context, which releases it. */
export const makeSlot = (context: ClContext, { width, height, rectangle }: CropJob): E.Either<SlotError, Slot> =>
  pipe(
    E.Do,
    E.bindW('queue', () => context.createCommandQueue()),
    E.bindW('frame', () => context.createImage({ type: '2D', format: RGBA8, width, height })),
    E.bindW('cut', () => context.createBuffer({ size: rectangle.width * rectangle.height * PIXEL_SIZE })),
  )
