import type { ClBuffer, ClContext, ClImage, CreateBufferError, CreateImageError, LegalImageFormat } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Plane, frameSize } from '../video/planes.ts'

/** The objects that one frame at a time works with, all of one context. */
export interface Slot {
  /** One per plane of the frame. */
  readonly images: readonly ClImage<'2D'>[]
  /** The window: its planes one after the other. */
  readonly window: ClBuffer
}

const formatOf = ({ pixelSize }: Plane): LegalImageFormat => ({
  channelOrder: pixelSize === 1 ? 'CL_R' : 'CL_RGBA',
  channelDataType: 'CL_UNORM_INT8',
})

/** Makes the objects for the planes of a frame and of a window. The context releases them. */
export const makeSlot = (
  context: ClContext,
  frame: readonly Plane[],
  window: readonly Plane[],
): E.Either<CreateBufferError | CreateImageError, Slot> =>
  pipe(
    E.Do,
    E.bindW('images', () =>
      E.traverseArray((plane: Plane) => {
        const { width, height } = plane
        return context.createImage({ type: '2D', width, height, format: formatOf(plane) })
      })(frame),
    ),
    E.bindW('window', () => context.createBuffer({ size: frameSize(window) })),
  )
