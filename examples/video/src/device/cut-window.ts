import {
  type ClBuffer,
  type ClCommandQueue,
  type ClError,
  type ClImage,
  type Enqueued,
  Flow,
  copyImageToBuffer,
  readBuffer,
  writeImage,
} from '@rxcl/core'
import { type Plane, planeSize } from '../video/planes.ts'
import type { Frame } from '../video/video-format.ts'
import type { Slot } from './make-slot.ts'

/** What is cut out of what: the planes of both, in the same order. */
export interface Cut {
  readonly queue: ClCommandQueue
  readonly frame: readonly Plane[]
  readonly window: readonly Plane[]
  /** Corner of the window in the n-th frame, in pixels. */
  readonly cornerAt: (frame: number) => readonly [x: number, y: number]
  /** Pixels of the frame per sample of a chroma plane, along x and y. */
  readonly chromaStep: readonly [number, number]
}

/**
 * Writes each plane of a frame to its image, copies the window from there to its place in the buffer
 * (clEnqueueCopyImageToBuffer) and reads the buffer once. Emits the window as a frame of its own and completes.
 * The planes wait for each other only at the read. Left: what any command gives.
 */
export const cutWindow =
  ({ queue, frame: planes, window, cornerAt, chromaStep }: Cut) =>
  (slot: Slot, frame: Frame, index: number): Flow<ClError, Frame> => {
    const corner = cornerAt(index)
    const cutPlane = (image: ClImage<'2D'>, number: number): Flow<ClError, Enqueued<ClBuffer>> => {
      const [from, to] = [planes[number], window[number]]
      if (from === undefined || to === undefined) throw new Error(`there is no plane ${number}`)
      const [stepX, stepY] = number === 0 ? [1, 1] : chromaStep
      return Flow.right(frame.bytes.subarray(from.offset, from.offset + planeSize(from))).pipe(
        writeImage(queue, image),
        copyImageToBuffer(queue, slot.window, {
          srcOrigin: [corner[0] / stepX, corner[1] / stepY],
          region: [to.width, to.height],
          dstOffset: to.offset,
        }),
      )
    }
    return Flow.zip(slot.images.map(cutPlane)).pipe(
      Flow.map(({ event }) => ({ value: slot.window, event })),
      readBuffer(queue),
      Flow.map((bytes): Frame => ({ bytes, parameters: frame.parameters })),
    )
  }
