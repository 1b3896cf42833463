import type { EmulatorOptions, Fault } from '@rxcl/backend-emu'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { describeFailure } from '../src/crop-failure.ts'
import { framesOf, JOB } from './frames.ts'
import { inVirtualTime } from './in-virtual-time.ts'

/** What becomes of three frames, each in one line. The time is virtual: no pause is waited for, and none is too short. */
const cropThree = (options: EmulatorOptions): readonly string[] =>
  inVirtualTime(options, { inFlight: 1, patience: 20, retries: 1, pause: 1 }, ({ flush }, service) => {
    const lines: string[] = []
    service.crop(framesOf(JOB, 3), JOB).subscribe((crop) => {
      lines.push(E.isRight(crop) ? 'cropped' : describeFailure(crop.left))
    })
    flush()
    return lines
  })

it('control: without a fault all frames are cropped', () => {
  expect(cropThree({})).toEqual(['cropped', 'cropped', 'cropped'])
})

describe('a device that cannot be opened is one Left, and the end', () => {
  it.each<readonly [string, EmulatorOptions, RegExp]>([
    [
      'the driver refuses a context',
      { faults: [{ _tag: 'FailCall', call: 'createContext', code: 'CL_OUT_OF_HOST_MEMORY' }] },
      /^nothing can be cropped: createContext: CL_OUT_OF_HOST_MEMORY: /,
    ],
    [
      'the driver refuses a queue',
      { faults: [{ _tag: 'FailCall', call: 'createCommandQueue', code: 'CL_OUT_OF_RESOURCES' }] },
      /^nothing can be cropped: createCommandQueue: CL_OUT_OF_RESOURCES: /,
    ],
    [
      'the device has no images',
      { device: { imageSupport: false } },
      /^nothing can be cropped: createImage: CL_INVALID_OPERATION: /,
    ],
    [
      'the image fits and the buffer does not',
      { faults: [{ _tag: 'OutOfMemory', bytes: 200 }] },
      /^nothing can be cropped: createBuffer: CL_MEM_OBJECT_ALLOCATION_FAILURE: /,
    ],
  ])('%s', (_, options, line) => {
    expect(cropThree(options)).toEqual([expect.stringMatching(line)])
  })
})

describe('a frame that fails is one Left between its neighbours', () => {
  it.each<readonly [string, Fault, RegExp]>([
    [
      'its write is refused',
      { _tag: 'FailEnqueue', command: 'WriteImage', nth: 2, code: 'CL_OUT_OF_HOST_MEMORY' },
      /^frame 1 is lost: WriteImage: CL_OUT_OF_HOST_MEMORY: /,
    ],
    [
      'its copy fails half-way',
      { _tag: 'FailExecution', command: 'CopyImageToBuffer', nth: 2, code: 'CL_OUT_OF_HOST_MEMORY', bytes: 10 },
      /^frame 1 is lost: CopyImageToBuffer: CL_OUT_OF_HOST_MEMORY: /,
    ],
    [
      'its read fails with a code that has no name',
      { _tag: 'FailExecution', command: 'ReadBuffer', nth: 2, code: -9999 },
      /^frame 1 is lost: ReadBuffer: CL_UNNAMED_STATUS: /,
    ],
    [
      'its copy takes longer than the service waits',
      { _tag: 'Delay', command: 'CopyImageToBuffer', nth: 2, ms: 60 },
      /^frame 1 took longer than 20 ms$/,
    ],
    [
      'the device is short of something twice, and it was tried again once',
      { _tag: 'FailExecution', command: 'WriteImage', nth: 2, times: 2, code: 'CL_OUT_OF_RESOURCES' },
      /^frame 1 is lost: WriteImage: CL_OUT_OF_RESOURCES: /,
    ],
  ])('%s', (_, fault, line) => {
    expect(cropThree({ faults: [fault] })).toEqual(['cropped', expect.stringMatching(line), 'cropped'])
  })
})

it.each(['CL_OUT_OF_RESOURCES', 'CL_MEM_OBJECT_ALLOCATION_FAILURE'] as const)(
  'a frame that fails once with %s is tried again and cropped',
  (code) => {
    const fault: Fault = { _tag: 'FailExecution', command: 'WriteImage', nth: 2, code }
    expect(cropThree({ faults: [fault] })).toEqual(['cropped', 'cropped', 'cropped'])
  },
)

it('with a device that is lost after the first frame, each other frame is lost', () => {
  const lost = (index: number) =>
    expect.stringMatching(new RegExp(`^frame ${index} is lost: \\w+: CL_OUT_OF_RESOURCES: `))
  expect(cropThree({ faults: [{ _tag: 'LoseDevice', after: 3 }] })).toEqual(['cropped', lost(1), lost(2)])
})
