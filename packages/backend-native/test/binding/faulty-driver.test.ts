import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver, type Driver } from '../driver.ts'
import {
  FAILURE_CALLED_SUCCESS,
  HELD,
  INLINE,
  LATE_CALLBACK,
  LET_GO,
  NO_CALLBACK,
  SILENT_FAILURE,
  openFaultyDriver,
} from './faulty-driver/build.ts'
import { Rig, type RigOptions } from './rig.ts'

const CL_OUT_OF_RESOURCES = -5
const CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST = -14
const CL_INVALID_OPERATION = -59

// A library is compiled on the way.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const milliseconds = (time: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, time))

describeWithDriver('the addon on a driver that', ({ binding }) => {
  let faulty: Driver
  let rig: Rig
  let buffer: number
  beforeAll(() => {
    faulty = openFaultyDriver(binding, '3.0')
  })
  afterEach(() => {
    rig.release()
    expect(binding.live().events).toBe(0)
    // Every event that the driver made has been given back to it.
    expect(binding.devices(platform())).toMatchObject([{ maxMemAllocSize: 0 }])
  })
  afterAll(() => void binding.open(undefined))

  const platform = (): number => {
    const platforms = binding.platforms()
    return typeof platforms === 'number' ? platforms : (platforms[0]?.handle ?? 0)
  }
  const open = (options: RigOptions = {}): void => {
    rig = new Rig(faulty, options)
    buffer = rig.buffer(64)
  }
  const copy = (behaviour: number, slot = 0, ...waits: readonly number[]): number[] => [
    OP.COPY_BUFFER,
    rig.queue,
    slot,
    waits.length,
    ...waits,
    buffer,
    buffer,
    0,
    32,
    behaviour,
  ]

  it('calls back at once, on the thread of JavaScript, ends commands in a later turn', async () => {
    open()
    rig.submit([copy(INLINE), copy(INLINE, 1)])
    expect(rig.wakes).toBe(0)
    expect(await rig.ends(2)).toMatchObject([{ slot: 0 }, { slot: 1 }])
    expect(rig.wakes).toBe(1)
  })

  it('never calls back for a failed command leaves its end to a sweep', async () => {
    open()
    rig.submit([copy(SILENT_FAILURE)])
    await milliseconds(30)
    expect(rig.wakes).toBe(0)
    binding.sweep()
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: CL_OUT_OF_RESOURCES }])
  })

  it('calls a failure a success is asked for the status', async () => {
    open()
    expect(await rig.run([copy(FAILURE_CALLED_SUCCESS)])).toEqual([CL_OUT_OF_RESOURCES])
  })

  it('refuses a callback leaves the end to a sweep', async () => {
    open()
    rig.submit([copy(NO_CALLBACK)])
    await milliseconds(30)
    expect(rig.wakes).toBe(0)
    binding.sweep()
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: 0 }])
  })

  it('calls back long after a sweep has found the end does not end the next command of that slot', async () => {
    open()
    rig.submit([copy(LATE_CALLBACK)])
    binding.sweep()
    await rig.ends(1)
    rig.submit([copy(HELD)])
    await milliseconds(500)
    expect(rig.wakes).toBe(1)
    expect(binding.eventStatus(0)).toBe(1)
    rig.submit([copy(LET_GO, 1)])
    expect((await rig.ends(2)).map(({ slot }) => slot)).toEqual(expect.arrayContaining([0, 1]))
  })

  it('would hang on a failed event of its wait list is not asked: the waiter fails', async () => {
    open({ outOfOrder: true })
    rig.submit([copy(SILENT_FAILURE)])
    rig.submit([copy(HELD, 1, 0), copy(INLINE, 2)])
    expect(await rig.ends(2)).toMatchObject([
      { slot: 1, status: CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST },
      { slot: 2, status: 0 },
    ])
    binding.sweep()
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: CL_OUT_OF_RESOURCES }])
  })

  it('counts from 1970 gives stamps to the nanosecond', async () => {
    open({ profiling: true })
    rig.submit([copy(INLINE)])
    const first = 1_700_000_000_000_000_001n
    expect(await rig.ends(1)).toMatchObject([{ stamps: [first, first + 1n, first + 2n, first + 3n] }])
  })

  it('has only OpenCL 1.0 is not asked for what came later', async () => {
    const old = openFaultyDriver(binding, '1.0')
    rig = new Rig(old)
    buffer = rig.buffer(64)
    const desc = { channelOrder: 0x10b5, channelDataType: 0x10da, imageType: 0x10f1, width: 4, height: 4 }
    const image = { ...desc, depth: 0, arraySize: 0, buffer: 0, rowPitch: 0, slicePitch: 0 }
    expect(binding.createSubBuffer(buffer, 1, 0, 32)).toBe(CL_INVALID_OPERATION)
    expect(binding.createImage(rig.context, 1, image)).toBe(CL_INVALID_OPERATION)
    expect(binding.svmAlloc(rig.context, 1, 64, 0)).toBe(CL_INVALID_OPERATION)
    const later = [
      [OP.MARKER, rig.queue, 0, 0],
      [OP.BARRIER, rig.queue, 1, 0],
      [OP.SVM_MEMCPY, rig.queue, 2, 0, 0, 0, 0, 0, 32],
      [OP.WRITE_BUFFER_RECT, rig.queue, 3, 0, buffer, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0],
      [OP.READ_BUFFER_RECT, rig.queue, 4, 0, buffer, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0],
      [OP.COPY_BUFFER_RECT, rig.queue, 5, 0, buffer, buffer, 0, 0, 0, 8, 0, 0, 1, 1, 1, 1, 1, 1, 1],
      [OP.COPY_BUFFER_ROWS, rig.queue, 6, 0, buffer, buffer, 0, 0, 0, 8, 0, 0, 1, 1, 1, 1, 1, 1, 1],
      [OP.FILL_BUFFER, rig.queue, 7, 0, buffer, 0, 32, 0],
      [OP.FILL_IMAGE, rig.queue, 8, 0, buffer, 0, 0, 0, 1, 1, 1, 0],
      [OP.MIGRATE, rig.queue, 9, 0, 0, 1, buffer],
      [OP.SVM_MEM_FILL, rig.queue, 10, 0, 0, 0, 32, 0],
      [OP.SVM_MAP, rig.queue, 11, 0, 0, 0, 32, 1, 0],
      [OP.SVM_MIGRATE, rig.queue, 12, 0, 0, 1, 0, 0, 32],
    ]
    expect(await rig.run(later, [new Uint8Array(32)])).toEqual(later.map(() => CL_INVALID_OPERATION))
    rig.submit([copy(INLINE)])
    binding.sweep()
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: 0 }])
  })
})
