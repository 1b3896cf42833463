import {
  type ClError,
  type ClImage,
  type Enqueued,
  Flow,
  completed,
  copyBufferToImage,
  copyImageToBuffer,
  readBuffer,
  svmMemcpy,
  writeBuffer,
} from '@rxcl/core'
import type { Move } from '../tiles/shuffle-tiles.ts'
import type { Bench } from './bench.ts'
import type { Meter } from './meter.ts'

/**
 * Brings one tile from its place in one image to its new place in another and emits the move once it is there.
 *
 * Buffers and shared virtual memory meet only on the host, so the tile goes image, buffer, host, SVM, then to its new
 * place within SVM, then host, buffer, image. `lane` is its slot of the staging buffer. Left: what any command gives.
 */
export const carryTile =
  (bench: Bench, meter: Meter, source: Enqueued<ClImage>, target: ClImage) =>
  ({ from, to }: Move, lane: number): Flow<ClError, Move> => {
    const { queue, staging, cut, placed } = bench
    const region = [from.width, from.height] as const
    const size = from.width * from.height * bench.pixelSize
    const slot = lane * bench.slotSize
    const toHost$ = Flow.right(source).pipe(
      copyImageToBuffer(queue, staging, { srcOrigin: [from.x, from.y], region, dstOffset: slot }),
      meter.command('CopyImageToBuffer', size),
      readBuffer(queue, { offset: slot, size }),
      meter.read('ReadBuffer'),
    )
    const exchanged$ = toHost$.pipe(
      svmMemcpy(queue, cut.at(from.offset * bench.pixelSize)),
      meter.command('SVMMemcpy, host to SVM', size),
      svmMemcpy(queue, placed.at(to.offset * bench.pixelSize), { size }),
      meter.command('SVMMemcpy, SVM to SVM', size),
      svmMemcpy(queue, new Uint8Array(size), { size, blocking: true }),
      meter.command('SVMMemcpy, SVM to host', size),
      Flow.map(({ value }) => value),
    )
    return exchanged$.pipe(
      writeBuffer(queue, staging, { offset: slot }),
      meter.command('WriteBuffer', size),
      copyBufferToImage(queue, target, { srcOffset: slot, dstOrigin: [to.x, to.y], region }),
      meter.command('CopyBufferToImage', size),
      completed(),
      Flow.map(() => ({ from, to })),
    )
  }
