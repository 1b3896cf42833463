import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver, type Driver } from '../driver.ts'
import { BLOCKED, INLINE, SILENT_FAILURE, SLOW_FLUSH, openFaultyDriver } from './faulty-driver/build.ts'
import { Rig, type RigOptions } from './rig.ts'

const QUEUED = 3
const CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST = -14
const CL_OUT_OF_RESOURCES = -5
/** More commands than JavaScript's thread gives to the driver itself. */
const MANY = 33

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const milliseconds = (time: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, time))

describeWithDriver('a batch of many commands', ({ binding }) => {
  let faulty: Driver
  let rig: Rig
  let buffer: number
  beforeAll(() => {
    faulty = openFaultyDriver(binding, '3.0')
  })
  afterEach(async () => {
    rig.release()
    expect(binding.live().events).toBe(0)
    // The last events and queues are given back on a thread of their own.
    await vi.waitFor(() => expect(askDevices()).toMatchObject([{ maxMemAllocSize: 0, globalMemSize: 0 }]))
  })
  afterAll(() => void binding.open(undefined))

  /** The faulty driver's devices; it lets a blocked call return whenever it is asked for them. */
  const askDevices = (): unknown => {
    const platforms = binding.platforms()
    return binding.devices(typeof platforms === 'number' ? 0 : (platforms[0]?.handle ?? 0))
  }
  const open = (options: RigOptions = {}): void => {
    rig = new Rig(faulty, options)
    buffer = rig.buffer(64)
  }
  const copy = (behaviour: number, slot: number, ...waits: readonly number[]): number[] => [
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
  const copies = (count: number, first: number, ...waits: readonly number[]): number[][] =>
    Array.from({ length: count }, (_, index) => copy(INLINE, first + index, ...waits))
  const slots = (count: number): number[] => Array.from({ length: count }, (_, slot) => slot)
  /** Asks the driver on until the call that it blocks has been made, and has returned. */
  const unblocked = async <A>(ends: Promise<A>): Promise<A> => {
    const asking = setInterval(askDevices, 5)
    try {
      return await ends
    } finally {
      clearInterval(asking)
    }
  }

  it('does not hold up JavaScript where the driver takes long to take a command', async () => {
    open()
    rig.submit([copy(BLOCKED, 0), ...copies(MANY - 1, 1)])
    await milliseconds(50)
    expect([0, 1, MANY - 1].map((slot) => binding.eventStatus(slot))).toEqual([QUEUED, QUEUED, QUEUED])
    expect(rig.wakes).toBe(0)
    const ends = await unblocked(rig.ends(MANY))
    expect(ends.map(({ slot, status }) => [slot, status])).toEqual(slots(MANY).map((slot) => [slot, 0]))
  })

  it('would hold it up if it were no longer than what JavaScript gives to the driver itself', () => {
    open()
    rig.submit(copies(MANY - 1, 0))
    expect(binding.eventStatus(MANY - 2)).toBe(0)
    rig.drain()
  })

  it.each([1, MANY])('is not overtaken by a later batch of %d', async (later) => {
    open()
    rig.submit([copy(BLOCKED, 0), ...copies(MANY - 1, 1)])
    rig.submit(copies(later, MANY))
    await milliseconds(50)
    expect(binding.eventStatus(MANY)).toBe(QUEUED)
    const ends = await unblocked(rig.ends(MANY + later))
    expect(ends.map(({ slot }) => slot)).toEqual(slots(MANY + later))
  })

  it('is looked at by a sweep as far as the driver has it', async () => {
    open()
    rig.submit([copy(SILENT_FAILURE, 0), copy(BLOCKED, 1), ...copies(MANY - 2, 2)])
    const first = rig.ends(1)
    const sweeping = setInterval(() => binding.sweep(), 5)
    expect(await first).toMatchObject([{ slot: 0, status: CL_OUT_OF_RESOURCES }])
    clearInterval(sweeping)
    expect(binding.eventStatus(1)).toBe(QUEUED)
    expect((await unblocked(rig.ends(MANY - 1))).map(({ status }) => status)).toEqual(slots(MANY - 1).map(() => 0))
  })

  it('can wait for a command that was drained before the driver got to it', async () => {
    open({ outOfOrder: true })
    rig.submit([copy(INLINE, 0)])
    rig.submit([copy(BLOCKED, 1), ...copies(MANY, 2, 0)])
    rig.drain()
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: 0 }])
    // Another command has its place meanwhile.
    rig.submit([copy(INLINE, 0)])
    const ends = await unblocked(rig.ends(MANY + 2))
    expect(ends.map(({ status }) => status)).toEqual(slots(MANY + 2).map(() => 0))
  })

  it('fails where it waits for a command that failed while it waited for the driver', async () => {
    open({ outOfOrder: true })
    rig.submit([copy(SILENT_FAILURE, 0)])
    rig.submit([copy(BLOCKED, 1), ...copies(MANY, 2, 0)])
    binding.sweep()
    expect(await rig.ends(1)).toMatchObject([{ slot: 0, status: CL_OUT_OF_RESOURCES }])
    const ends = await unblocked(rig.ends(MANY + 1))
    expect(new Set(ends.filter(({ slot }) => slot > 1).map(({ status }) => status))).toEqual(
      new Set([CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST]),
    )
  })

  it('keeps a queue that is released after the last end until the driver has flushed it', async () => {
    open()
    const queue = rig.binding.createQueue(rig.context, faulty.device.handle, false, false)
    rig.submit([...copies(MANY - 1, 0), copy(SLOW_FLUSH, MANY - 1)].map((words) => words.with(1, queue)))
    await rig.ends(MANY)
    binding.release(queue)
    binding.release(rig.queue)
    expect(askDevices()).toMatchObject([{ globalMemSize: 1 }])
  })

  it('ends once per command and in order, also where it is very long', async () => {
    open()
    const long = 20_000
    rig.submit(copies(long, 0))
    const ends = await rig.ends(long)
    expect(ends.map(({ slot, status }) => [slot, status])).toEqual(slots(long).map((slot) => [slot, 0]))
  })
})
