import {
  type ClError,
  copyImageToBuffer,
  Flow,
  readBuffer,
  retryLeft,
  type Timeout,
  within,
  writeImage,
} from '@rxcl/core'
import type { SchedulerLike } from 'rxjs'
import type { CropFailure } from './crop-failure.ts'
import { type CropJob, PIXEL_SIZE } from './crop-job.ts'
import type { CropPolicy } from './crop-policy.ts'
import type { Slot } from './slot.ts'

/** What a device may have again a moment later. */
const SHORTAGES = ['CL_OUT_OF_RESOURCES', 'CL_MEM_OBJECT_ALLOCATION_FAILURE'] as const

/** A read fails because a copy did, and that because a write did: the first of them says why. */
const firstCause = (error: ClError): ClError => (error.cause === undefined ? error : firstCause(error.cause))

const failureOf =
  (index: number) =>
  (left: ClError | Timeout): CropFailure =>
    left._tag === 'Timeout'
      ? { _tag: 'TooSlow', index, milliseconds: left.milliseconds }
      : { _tag: 'FrameLost', index, error: firstCause(left) }

/**
 * Writes a frame to an image, copies the rectangle into a buffer (clEnqueueCopyImageToBuffer) and emits its bytes, row by
 * row without gaps. What the device is short of is tried again.
 *
 * Left: BadFrame, and nothing is enqueued; TooSlow, when an attempt takes too long; FrameLost, for every other failure and
 * for a shortage that lasts.
 */
export const cropFrame =
  ({ width, height, rectangle }: CropJob, policy: CropPolicy, scheduler: SchedulerLike) =>
  ({ queue, frame: image, cut }: Slot, frame: Uint8Array, index: number): Flow<CropFailure, Uint8Array> => {
    const expected = width * height * PIXEL_SIZE
    if (frame.length !== expected) return Flow.left({ _tag: 'BadFrame', index, bytes: frame.length, expected })
    return Flow.right(frame).pipe(
      writeImage(queue, image),
      copyImageToBuffer(queue, cut, {
        srcOrigin: [rectangle.x, rectangle.y],
        region: [rectangle.width, rectangle.height],
      }),
      readBuffer(queue),
      within(policy.patience, scheduler),
      retryLeft({
        codes: SHORTAGES,
        times: policy.retries,
        delay: (attempt) => policy.pause * 2 ** (attempt - 1),
        scheduler,
      }),
      Flow.mapLeft(failureOf(index)),
    )
  }
