import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

const CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST = -14
const CL_INVALID_VALUE = -30
const CL_INVALID_EVENT_WAIT_LIST = -57
const CL_INVALID_EVENT = -58

describeWithDriver('a command that the driver refuses', (driver) => {
  const { binding } = driver
  let rig: Rig
  let buffer: number
  beforeEach(() => {
    rig = new Rig(driver, { outOfOrder: true })
    buffer = rig.buffer(64)
  })
  afterEach(() => rig.release())

  const write = (slot: number, ...waits: readonly number[]): number[] => [
    OP.WRITE_BUFFER,
    rig.queue,
    slot,
    waits.length,
    ...waits,
    buffer,
    0,
    64,
    0,
  ]
  const copyBeyond = (slot: number): number[] => [OP.COPY_BUFFER, rig.queue, slot, 0, buffer, rig.buffer(64), 32, 0, 64]

  it("ends with the driver's status, and its neighbours run", async () => {
    expect(await rig.run([write(0), copyBeyond(1), write(2)], [bytesOf(64)])).toEqual([0, CL_INVALID_VALUE, 0])
  })

  it('fails what waits for it, in the same batch', async () => {
    const statuses = await rig.run([copyBeyond(0), write(1, 0), write(2, 1), write(3)], [bytesOf(64)])
    const failed = CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST
    expect(statuses).toEqual([CL_INVALID_VALUE, failed, failed, 0])
  })

  it('fails what waits for it, in a later batch before its end was drained', async () => {
    rig.submit([copyBeyond(0)])
    rig.submit([write(1, 0)], [bytesOf(64)])
    const failed = CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST
    expect(await rig.ends(2)).toMatchObject([{ status: CL_INVALID_VALUE }, { status: failed }])
  })

  it('is told by its status before its end is drained, and unknown after it', async () => {
    rig.submit([copyBeyond(3)])
    expect(binding.eventStatus(3)).toBe(CL_INVALID_VALUE)
    await rig.ends(1)
    expect(binding.eventStatus(3)).toBe(CL_INVALID_EVENT)
  })

  it.each([1, 5000, 2 ** 50])('cannot wait for slot %d, which is not in flight', async (slot) => {
    expect(await rig.run([write(0, slot)], [bytesOf(64)])).toEqual([CL_INVALID_EVENT_WAIT_LIST])
  })

  it('can wait for a command of an earlier batch that has run but was not drained', async () => {
    rig.submit([write(0)], [bytesOf(64)])
    rig.untilRun(0)
    rig.submit([write(1, 0)], [bytesOf(64)])
    expect(await rig.ends(2)).toMatchObject([{ status: 0 }, { status: 0 }])
  })

  it('can wait for more events than a command usually has', async () => {
    const many = Array.from({ length: 2000 }, (_, slot) => slot)
    const statuses = await rig.run([...many.map((slot) => write(slot)), write(2000, ...many)], [bytesOf(64)])
    expect(new Set(statuses)).toEqual(new Set([0]))
  })
})
