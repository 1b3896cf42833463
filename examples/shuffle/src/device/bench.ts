import type { ClBuffer, ClCommandQueue, ClContext, ClError, ClImage, SvmAllocation } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Picture, pixelSize } from '../picture.ts'

/** The objects that the job works with, all of one context. */
export interface Bench {
  readonly queue: ClCommandQueue
  readonly original: ClImage<'2D'>
  readonly shuffled: ClImage<'2D'>
  readonly restored: ClImage<'2D'>
  /** Every tile as it was cut, tightly packed. */
  readonly cut: SvmAllocation
  /** The same memory again, with the tiles in their new places. */
  readonly placed: SvmAllocation
  /** One slot per lane: where a tile waits between an image and the host. */
  readonly staging: ClBuffer
  /** How many tiles are on their way at once. */
  readonly lanes: number
  /** Bytes of one slot. */
  readonly slotSize: number
  /** Bytes per pixel. */
  readonly pixelSize: number
}

const MOST_LANES = 64
/** The staging buffer stays within this many bytes, unless one tile alone needs more. */
const STAGING_SIZE = 4 * 2 ** 20

/** Makes the objects for a picture and the side of its tiles. The context releases them. */
export const setUpBench = (context: ClContext, picture: Picture, tile: number): E.Either<ClError, Bench> => {
  const { width, height, depth } = picture
  const channelDataType = depth === 8 ? 'CL_UNORM_INT8' : 'CL_UNORM_INT16'
  const image = { type: '2D', width, height, format: { channelOrder: 'CL_RGBA', channelDataType } } as const
  const size = width * height * pixelSize(depth)
  const slotSize = Math.min(tile, width) * Math.min(tile, height) * pixelSize(depth)
  const lanes = Math.max(1, Math.min(MOST_LANES, Math.floor(STAGING_SIZE / slotSize)))
  const outOfOrder = context.devices.every((device) => device.outOfOrderQueues)
  return pipe(
    E.Do,
    E.bindW('queue', () => context.createCommandQueue({ outOfOrder, profiling: true })),
    E.bindW('original', () => context.createImage(image)),
    E.bindW('shuffled', () => context.createImage(image)),
    E.bindW('restored', () => context.createImage(image)),
    E.bindW('cut', () => context.svmAlloc({ size })),
    E.bindW('placed', () => context.svmAlloc({ size })),
    E.bindW('staging', () => context.createBuffer({ size: lanes * slotSize })),
    E.map((objects) => ({ ...objects, lanes, slotSize, pixelSize: pixelSize(depth) })),
  )
}
