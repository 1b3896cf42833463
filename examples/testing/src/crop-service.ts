import { type ClError, Flow, type OpenCL, pull, ring } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { SchedulerLike } from 'rxjs'
import { cropFrame } from './crop-frame.ts'
import type { CropFailure } from './crop-failure.ts'
import type { CropJob } from './crop-job.ts'
import type { CropPolicy } from './crop-policy.ts'
import { makeSlot } from './slot.ts'

/** Cuts the same rectangle out of every frame of a stream. */
export interface CropService {
  /**
   * Emits for each frame of RGBA bytes the bytes of the rectangle, or a Left, in the order of the frames, and asks for the
   * next frame only when there is room for it on the device. The device is opened for each subscription.
   *
   * Left: Unavailable, once, when nothing can be cropped; BadFrame, TooSlow and FrameLost for one frame each, and the
   * stream goes on.
   */
  crop(frames: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, job: CropJob): Flow<CropFailure, Uint8Array>
}

const unavailable = (error: ClError): CropFailure => ({ _tag: 'Unavailable', error })

/** A CropService over OpenCL, whichever backend that has, and the scheduler that tells the time. */
export const createCropService = (opencl: OpenCL, scheduler: SchedulerLike, policy: CropPolicy): CropService => ({
  crop: (frames, job) =>
    opencl
      .withContext((context): Flow<CropFailure | ClError, Uint8Array> => {
        const slots = ring(policy.inFlight, () => makeSlot(context, job))
        if (E.isLeft(slots)) return Flow.left(slots.left)
        return pull(frames, slots.right.use(cropFrame(job, policy, scheduler)), { inFlight: policy.inFlight })
      })
      .pipe(Flow.mapLeft((left) => ('status' in left ? unavailable(left) : left))),
})
