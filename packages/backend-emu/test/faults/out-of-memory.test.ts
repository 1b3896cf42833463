import { describe, expect, it } from 'vitest'
import type { Fault } from '../../src/index.ts'
import { left, right } from '../support/right.ts'
import { Session } from '../support/session.ts'

const none = { flags: [], hostPtr: undefined }
const ALLOCATION_FAILURE = -4
const fault = (bytes: number): Fault => ({ _tag: 'OutOfMemory', bytes })

describe('OutOfMemory', () => {
  it.each([
    ['takes all bytes that there are', 1000, 'Right'],
    ['would pass them by one', 1001, 'Left'],
  ])('a buffer that %s', (_, size, tag) => {
    expect(new Session({ faults: [fault(1000)] }).port.createBuffer({ size, ...none })._tag).toBe(tag)
  })

  it('counts all objects of all contexts, and what is released does not count any more', () => {
    const session = new Session({ faults: [fault(1000)] })
    const first = right(session.port.createBuffer({ size: 600, ...none }))
    const other = session.another()
    expect(left(other.svmAlloc({ size: 401, alignment: 0, ...none }))).toMatchObject({
      status: ALLOCATION_FAILURE,
      message: expect.stringContaining('has 400 of 1000 left'),
    })
    right(other.createBuffer({ size: 400, ...none }))
    session.port.releaseMem(first)
    right(other.createBuffer({ size: 600, ...none }))
  })

  it('does not change what the device says of itself', () => {
    const { globalMemSize } = new Session().device
    expect(new Session({ faults: [fault(1000)] }).device.globalMemSize).toBe(globalMemSize)
  })

  it('does not give a device more than its profile says', () => {
    const { port } = new Session({ device: { globalMemSize: 500 }, faults: [fault(1000)] })
    expect(left(port.createBuffer({ size: 501, ...none })).status).toBe(ALLOCATION_FAILURE)
  })

  it('with no bytes at all refuses everything', () => {
    expect(left(new Session({ faults: [fault(0)] }).port.createBuffer({ size: 1, ...none })).status).toBe(
      ALLOCATION_FAILURE,
    )
  })

  it('of one device leaves the other alone', () => {
    const session = new Session({ devices: 2, faults: [{ _tag: 'OutOfMemory', bytes: 0, device: 1 }] })
    const sizeOn = (device: typeof session.device) =>
      session.another(() => {}, [device]).createBuffer({ size: 1, ...none })._tag
    expect(session.devices.map((device) => sizeOn(device))).toEqual(['Right', 'Left'])
  })
})
