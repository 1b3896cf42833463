import { emulator, type EmulatorOptions } from '@rxcl/backend-emu'
import { createOpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { firstValueFrom, lastValueFrom, toArray } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { cutVideo } from '../../src/device/cut-video.ts'
import { findDevice } from '../../src/device/find-device.ts'
import type { Failure } from '../../src/failure.ts'
import { rawFormat } from '../../src/input/read-format.ts'
import type { Frame, VideoFormat } from '../../src/video/video-format.ts'
import { type Size, planWindow } from '../../src/video/window-path.ts'
import { parseHeader } from '../../src/y4m/parse-header.ts'
import { type Video, cutByHand, frameBytes, makeVideo, videos } from '../build-video.ts'

type Result = E.Either<Failure, Frame>

const right = <L extends object, A>(either: E.Either<L | string, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const formatOf = ({ width, height, colour }: Video): VideoFormat =>
  colour === 'rgba'
    ? rawFormat({ width, height }, '25:1')
    : right(parseHeader(`YUV4MPEG2 W${width} H${height} C${colour}`))

async function* framesOf({ frames }: Video): AsyncGenerator<Result> {
  for (const frame of frames) yield E.right({ bytes: frameBytes(frame), parameters: '' })
}

const windowsOf = (
  video: Video,
  size: Size,
  options: EmulatorOptions,
  inFlight: number,
  frames: AsyncIterable<Result> = framesOf(video),
): ReturnType<typeof cutVideo> => {
  const opencl = createOpenCL(emulator(options))
  const format = formatOf(video)
  const job = { device: right(findDevice(opencl)), format, path: right(planWindow(format, size)), inFlight }
  return cutVideo(opencl, job, frames)
}

const cut = (...args: Parameters<typeof windowsOf>): Promise<readonly Result[]> =>
  lastValueFrom(windowsOf(...args).pipe(toArray()))

const cutAsRights = (video: Video, { width, height }: Size): readonly Result[] =>
  cutByHand(video, width, height).frames.map((frame) => E.right({ bytes: frameBytes(frame), parameters: '' }))

describe('cutVideo', () => {
  test('cuts what plain indexing would, in the order of frames, in any order that the wait lists allow', async () => {
    const sizes = videos.chain((video) =>
      fc.record({
        video: fc.constant(video),
        width: fc.integer({ min: 1, max: video.width }),
        height: fc.integer({ min: 1, max: video.height }),
      }),
    )
    const seeds = fc.integer({ min: 0, max: 1000 })
    await fc.assert(
      fc.asyncProperty(sizes, seeds, fc.integer({ min: 1, max: 9 }), async ({ video, ...size }, seed, inFlight) => {
        expect(await cut(video, size, { seed }, inFlight)).toEqual(cutAsRights(video, size))
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('has never read more frames than are in flight', async () => {
    let read = 0
    let done = 0
    let most = 0
    const video = makeVideo(4, 4, 'mono', 20)
    async function* counted(): AsyncGenerator<Result> {
      for await (const frame of framesOf(video)) {
        read += 1
        most = Math.max(most, read - done)
        yield frame
      }
    }
    const windows$ = windowsOf(video, { width: 2, height: 2 }, {}, 3, counted())
    await new Promise<void>((complete) => windows$.subscribe({ next: () => (done += 1), complete }))
    expect([most, done]).toEqual([3, 20])
  })

  test('closes the stream of frames when nobody listens any more', async () => {
    let isClosed = false
    async function* endless(): AsyncGenerator<Result> {
      try {
        for (;;) yield* framesOf(makeVideo(4, 4, 'mono', 1))
      } finally {
        isClosed = true
      }
    }
    await firstValueFrom(windowsOf(makeVideo(4, 4, 'mono', 0), { width: 2, height: 2 }, {}, 3, endless()))
    await new Promise(setImmediate)
    expect(isClosed).toBe(true)
  })

  test('passes a Left of the stream on behind the windows of the frames before', async () => {
    const video = makeVideo(6, 4, '420', 3)
    const broken: Failure = { _tag: 'BrokenFrame', input: 'in', frame: 4, reason: 'is cut short' }
    async function* frames(): AsyncGenerator<Result> {
      yield* framesOf(video)
      yield E.left(broken)
    }
    const size = { width: 3, height: 2 }
    expect(await cut(video, size, {}, 2, frames())).toEqual([...cutAsRights(video, size), E.left(broken)])
  })

  test('gives a frame whose copy fails as a Left in its place', async () => {
    const video = makeVideo(4, 4, 'mono', 5)
    const size = { width: 2, height: 2 }
    const fault = { _tag: 'FailExecution', command: 'CopyImageToBuffer', nth: 3, code: 'CL_OUT_OF_RESOURCES' } as const
    const windows = await cut(video, size, { faults: [fault] }, 2)
    const error = { _tag: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST', cause: { _tag: 'CL_OUT_OF_RESOURCES' } }
    expect(windows[2]).toMatchObject(E.left({ _tag: 'CommandFailed', error }))
    expect(windows.toSpliced(2, 1)).toEqual(cutAsRights(video, size).toSpliced(2, 1))
  })

  test.each([
    { why: 'without images', device: { imageSupport: false }, code: 'CL_INVALID_OPERATION' },
    {
      why: 'with too little memory',
      device: { globalMemSize: 4096, maxMemAllocSize: 4096 },
      code: 'CL_MEM_OBJECT_ALLOCATION_FAILURE',
    },
  ] as const)('gives one Left and reads no frame on a device $why', async ({ device, code }) => {
    let isRead = false
    async function* frames(): AsyncGenerator<Result> {
      isRead = true
      yield E.left({ _tag: 'NoDevice' })
    }
    const windows = await cut(makeVideo(60, 60, 'mono', 0), { width: 2, height: 2 }, { device }, 2, frames())
    expect(windows).toMatchObject([E.left({ _tag: 'CommandFailed', error: { _tag: code, command: 'createImage' } })])
    expect(isRead).toBe(false)
  })
})
