import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { chromaStep } from './planes.ts'
import type { VideoFormat } from './video-format.ts'

export interface Size {
  /** In pixels. */
  readonly width: number
  /** In pixels. */
  readonly height: number
}

/** A window of one size that moves over the frames. */
export interface WindowPath extends Size {
  /** Its corner in the n-th frame, n from 0, in pixels. */
  readonly cornerAt: (frame: number) => readonly [x: number, y: number]
}

/** Chroma steps from one frame to the next. */
const SPEED_X = 3
const SPEED_Y = 2

/** Up to `most` and back, for ever. */
const bounce = (distance: number, most: number): number => {
  if (most === 0) return 0
  const along = distance % (2 * most)
  return along <= most ? along : 2 * most - along
}

export const sizeText = ({ width, height }: Size): string => `${width}x${height}`

/**
 * A path that bounces between the sides of the frame. Corners lie where a chroma sample begins, and in an interlaced
 * video on the same field. Without a size the window has half the sides of the frame. Left: WindowTooLarge.
 */
export const planWindow = (format: VideoFormat, size: Size | undefined): E.Either<Failure, WindowPath> => {
  const half = { width: Math.ceil(format.width / 2), height: Math.ceil(format.height / 2) }
  const { width, height } = size ?? half
  if (width > format.width || height > format.height)
    return E.left({ _tag: 'WindowTooLarge', window: sizeText({ width, height }), frame: sizeText(format) })
  const [stepX, chromaStepY] = chromaStep(format.sampling)
  const stepY = format.isInterlaced ? 2 * chromaStepY : chromaStepY
  const mostX = Math.floor((format.width - width) / stepX)
  const mostY = Math.floor((format.height - height) / stepY)
  return E.right({
    width,
    height,
    cornerAt: (frame) => [stepX * bounce(SPEED_X * frame, mostX), stepY * bounce(SPEED_Y * frame, mostY)],
  })
}
