import { RGBA8, type ImageShape, type MapFlag } from '@rxcl/core'
import type { MappingRef } from '@rxcl/core/port'
import { describe, expect, it } from 'vitest'
import { SOUND } from '../support/records.ts'
import { Session } from '../support/session.ts'

const NVIDIA = { ...SOUND, name: 'NVIDIA CUDA', version: 'OpenCL 3.0 CUDA 13.0.1' }
const SHAPE: ImageShape = { type: '3D', format: RGBA8, width: 1, height: 2, depth: 2, arraySize: 0 }
const [USE, COPY] = [1 << 3, 1 << 5]

/** An image over 24 bytes, slices 12 bytes apart, that the driver maps with pitches of 4 and 8. */
const begin = (slicePitch = 12) => {
  const session = new Session({ platforms: [NVIDIA], pitches: { rowPitch: 4, slicePitch: 8 } })
  const hostPtr = new Uint8Array(24).fill(1)
  const image = session.image(SHAPE, { hostPtr, rowPitch: 4, slicePitch }, ['USE_HOST_PTR'])
  const mapping: MappingRef = { handle: undefined }
  const queue = session.queue()
  const map = (mapFlags: readonly MapFlag[]) => {
    const box = { origin: [0, 0, 0], region: [1, 2, 2] } as const
    session.submit(queue, { _tag: 'MapImage', image, mapFlags, ...box, mapping })
  }
  const unmap = () => session.submit(queue, { _tag: 'UnmapMemObject', memobj: image, mapping })
  return { session, hostPtr, map, unmap, mapping }
}

const driverBytes = ({ driver }: Session): Uint8Array =>
  new Uint8Array([...driver.shown.values()][0] ?? new ArrayBuffer(0))

describe('an image over host memory whose slice pitch the driver ignores', () => {
  it('has a copy in the driver where the pitch is not tight', () => {
    expect(begin().session.driver.created).toMatchObject([{ flags: COPY }])
  })

  it('has none where it is tight: a control', () => {
    expect(begin(8).session.driver.created).toMatchObject([{ flags: USE }])
  })

  it('brings the pixels of a map to the program’s array, and leaves the gaps alone', () => {
    const { session, hostPtr, map, mapping } = begin()
    map(['READ'])
    session.driver.filling = 7
    session.end(0)
    expect([...hostPtr]).toEqual([...Array(8).fill(7), 1, 1, 1, 1, ...Array(8).fill(7), 1, 1, 1, 1])
    expect(session.port.mappedMemory(mapping).bytes.buffer).toBe(hostPtr.buffer)
  })

  it.each<readonly [MapFlag, number]>([
    ['WRITE', 9],
    ['READ', 0],
  ])('%s: what is there at the unmap comes to the driver as %i', (flag, expected) => {
    const { session, hostPtr, map, unmap } = begin()
    map([flag])
    session.end(0)
    const there = driverBytes(session)
    hostPtr.fill(9)
    unmap()
    expect([...there]).toEqual(Array(16).fill(expected))
  })
})
