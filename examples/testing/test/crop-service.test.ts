import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { lastValueFrom, take, tap, toArray } from 'rxjs'
import { expect, it } from 'vitest'
import type { CropJob } from '../src/crop-job.ts'
import { DEFAULT_POLICY } from '../src/crop-policy.ts'
import { CROP_SERVICE } from '../src/register-crop-service.ts'
import { describeOnEachBackend } from './containers.ts'
import { cropOf, cropOnHost, frameOf, framesOf, JOB } from './frames.ts'

const along = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }), fc.nat(20))
  .map(([before, length, after]) => ({ before, length, size: before + length + after }))

const jobs = fc.tuple(along, along).map(([x, y]): CropJob => ({
  width: x.size,
  height: y.size,
  rectangle: { x: x.before, y: y.before, width: x.length, height: y.length },
}))

describeOnEachBackend((open) => {
  const crop = (frames: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, job: CropJob) =>
    open().resolve(CROP_SERVICE).crop(frames, job)

  it('cuts what a loop on the host would cut, in the order of the frames', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, fc.nat(5), async (job, count) => {
        const frames = framesOf(job, count)
        const crops = await lastValueFrom(crop(frames, job).pipe(toArray()))
        expect(crops).toEqual(frames.map((frame) => E.right(cropOnHost(job.width, job.rectangle, frame))))
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('answers a frame of the wrong size with a Left, and goes on', async () => {
    const [first, last] = [frameOf(JOB, 0), frameOf(JOB, 2)]
    expect(await lastValueFrom(crop([first, first.subarray(1), last], JOB).pipe(toArray()))).toEqual([
      E.right(cropOf(first)),
      E.left({ _tag: 'BadFrame', index: 1, bytes: 191, expected: 192 }),
      E.right(cropOf(last)),
    ])
  })

  it('asks a source that is always ready for no more frames than there is room for', async () => {
    let answered = 0
    const waiting: number[] = []
    const frames = function* () {
      for (let number = 0; number < 50; number += 1) {
        waiting.push(number - answered)
        yield frameOf(JOB, number)
      }
    }
    const all = crop(frames(), JOB).pipe(
      tap(() => (answered += 1)),
      toArray(),
    )
    expect(await lastValueFrom(all)).toHaveLength(50)
    expect(waiting).toHaveLength(50)
    expect(Math.max(...waiting)).toBe(DEFAULT_POLICY.inFlight - 1)
  })

  it('closes its source when nobody listens any more', async () => {
    let isClosed = false
    const frames = async function* () {
      try {
        for (let number = 0; ; number += 1) yield frameOf(JOB, number)
      } finally {
        isClosed = true
      }
    }
    const two = await lastValueFrom(crop(frames(), JOB).pipe(take(2), toArray()))
    expect(two).toEqual(framesOf(JOB, 2).map((frame) => E.right(cropOf(frame))))
    await expect.poll(() => isClosed).toBe(true)
  })
})
