import type { EmulatorOptions, Fault } from '@rxcl/backend-emu'
import * as E from 'fp-ts/lib/Either.js'
import { map } from 'rxjs'
import { describe, it } from 'vitest'
import type { CropPolicy } from '../src/crop-policy.ts'
import { framesOf, JOB } from './frames.ts'
import { inVirtualTime } from './in-virtual-time.ts'

/** A frame takes 1 + 1 + 2 = 4 ms of its queue. */
const LATENCY = { WriteImage: { ms: 1 }, CopyImageToBuffer: { ms: 1 }, ReadBuffer: { ms: 2 } } as const

/** Crops so many frames. In the marbles o is a crop, s a TooSlow, l a FrameLost, and a place a millisecond. */
const expectCrops = (frames: number, marbles: string, options: EmulatorOptions, policy: Partial<CropPolicy>): void =>
  inVirtualTime({ latency: LATENCY, ...options }, policy, ({ expectObservable }, service) => {
    const crops$ = service.crop(framesOf(JOB, frames), JOB)
    const outcomes$ = crops$.pipe(map((crop) => (E.isRight(crop) ? 'cropped' : crop.left._tag)))
    expectObservable(outcomes$).toBe(marbles, { o: 'cropped', s: 'TooSlow', l: 'FrameLost' })
  })

describe('three frames', () => {
  it.each([
    [1, '----o---o---(o|)'],
    [2, '----(oo)(o|)'],
    [3, '----(ooo|)'],
  ])('with %i in flight: %s', (inFlight, marbles) => {
    expectCrops(3, marbles, {}, { inFlight })
  })

  it('on a device with one engine take turns, command by command', () => {
    expectCrops(3, '--------o-o-(o|)', { device: { engines: 1 } }, { inFlight: 3 })
  })
})

describe('a frame whose copy takes 60 ms longer', () => {
  const slow: Fault = { _tag: 'Delay', command: 'CopyImageToBuffer', nth: 1, ms: 60 }

  it('is waited for by a patient service', () => {
    expectCrops(2, '64ms o---(o|)', { faults: [slow] }, { inFlight: 1, patience: 65 })
  })

  it('is given up after 20 ms, and its memory is used again only when the device is done with it', () => {
    expectCrops(2, '20ms s 47ms (o|)', { faults: [slow] }, { inFlight: 1, patience: 20 })
  })

  it('does not keep a neighbour from its own memory, only from its turn', () => {
    expectCrops(3, '20ms (so)(o|)', { faults: [slow] }, { inFlight: 2, patience: 20 })
  })
})

describe('a shortage at the first write', () => {
  const shortage = (times: number): Fault => ({
    _tag: 'FailExecution',
    command: 'WriteImage',
    code: 'CL_OUT_OF_RESOURCES',
    times,
  })

  it.each([
    [1, '15ms (o|)'],
    [2, '36ms (o|)'],
    [3, '33ms (l|)'],
  ])('%i times in a row, with two retries after 10 and 20 ms: %s', (times, marbles) => {
    expectCrops(1, marbles, { faults: [shortage(times)] }, { retries: 2, pause: 10 })
  })
})
