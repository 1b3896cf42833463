import type { ClDevice } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../failure.ts'
import { frameSize, planesOf } from '../video/planes.ts'
import type { VideoFormat } from '../video/video-format.ts'

/** Checks the size that a header claims, before memory for such frames is taken. Left: FrameTooLarge. */
export const checkFrame = (input: string, format: VideoFormat, device: ClDevice): E.Either<Failure, void> => {
  const { width, height, sampling } = format
  const { image2dMaxWidth, image2dMaxHeight, maxMemAllocSize } = device
  const refuse = (limit: string): E.Either<Failure, never> =>
    E.left({ _tag: 'FrameTooLarge', input, width, height, limit })
  if (!device.imageSupport) return E.right(undefined)
  if (width > image2dMaxWidth || height > image2dMaxHeight) return refuse(`${image2dMaxWidth} x ${image2dMaxHeight}`)
  if (frameSize(planesOf(sampling, width, height)) > maxMemAllocSize)
    return refuse(`${maxMemAllocSize} bytes in one object`)
  return E.right(undefined)
}
