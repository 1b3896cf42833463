import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf } from './rig.ts'

const [READ, WRITE] = [1, 2]
const IMAGE_3D = 0x10f2

describeWithDriver('mapped memory', (driver) => {
  const { binding } = driver
  let rig: Rig
  let buffer: number
  let mapping: number
  beforeEach(async () => {
    rig = new Rig(driver)
    buffer = rig.buffer(64)
    mapping = rig.keep(binding.createMapping())
    await rig.run([[OP.WRITE_BUFFER, rig.queue, 0, 0, buffer, 0, 64, 0]], [bytesOf(64)])
  })
  afterEach(() => rig.release())

  const map = (flags: number, slot = 0, of = mapping) => [OP.MAP_BUFFER, rig.queue, slot, 0, buffer, flags, 8, 16, of]
  const unmap = (slot = 0, of = mapping) => [OP.UNMAP, rig.queue, slot, 0, of]
  const shown = (of = mapping) => new Uint8Array(binding.mappedMemory(of)?.bytes ?? new ArrayBuffer(0))
  const read = async (): Promise<Uint8Array> => {
    const target = new Uint8Array(64)
    await rig.run([[OP.READ_BUFFER, rig.queue, 0, 0, buffer, 0, 64, 0]], [target])
    return target
  }

  it('is the buffer’s, and what is written there is the buffer’s after the unmap', async () => {
    expect(await rig.run([map(READ | WRITE)])).toEqual([0])
    expect(binding.mappedMemory(mapping)).toMatchObject({ rowPitch: 0, slicePitch: 0 })
    expect(shown()).toEqual(bytesOf(64).subarray(8, 24))
    shown().fill(7)
    expect(await rig.run([unmap()])).toEqual([0])
    expect(await read()).toEqual(bytesOf(64).fill(7, 8, 24))
  })

  it('is one ArrayBuffer however often it is asked for', async () => {
    await rig.run([map(READ)])
    expect(binding.mappedMemory(mapping)?.bytes).toBe(binding.mappedMemory(mapping)?.bytes)
  })

  it('is not there before the map is complete', async () => {
    rig.submit([map(READ)])
    rig.untilRun(0)
    expect(binding.mappedMemory(mapping)).toBeUndefined()
    await rig.ends(1)
    expect(binding.mappedMemory(mapping)).toBeDefined()
  })

  it.each<readonly [string, () => void]>([
    ['detachMapping', () => binding.detachMapping(mapping)],
    ['release', () => binding.release(mapping)],
  ])('is detached by %s', async (_call, detach) => {
    await rig.run([map(READ)])
    const bytes = shown()
    expect(bytes).toHaveLength(16)
    detach()
    expect(bytes).toHaveLength(0)
  })

  it('of two maps that overlap is two ArrayBuffers, each detached on its own', async () => {
    const other = rig.keep(binding.createMapping())
    expect(await rig.run([map(READ), map(READ, 1, other)])).toEqual([0, 0])
    const [one, two] = [shown(), shown(other)]
    expect(one.buffer).not.toBe(two.buffer)
    binding.detachMapping(mapping)
    expect([one.length, two.length]).toEqual([0, 16])
    expect(two).toEqual(bytesOf(64).subarray(8, 24))
    expect(await rig.run([unmap(), unmap(1, other)])).toEqual([0, 0])
  })

  it('of an image has the pitches of the driver', async () => {
    const image = rig.image({ imageType: IMAGE_3D, width: 4, height: 3, depth: 2 })
    const whole = [0, 0, 0, 4, 3, 2, 16, 48]
    const box = [1, 1, 0, 2, 2, 2]
    const mapImage = [OP.MAP_IMAGE, rig.queue, 1, 0, image, READ, ...box, mapping]
    expect(await rig.run([[OP.WRITE_IMAGE, rig.queue, 0, 0, image, ...whole, 0], mapImage], [bytesOf(96)])).toEqual([
      0, 0,
    ])
    const { rowPitch = 0, slicePitch = 0 } = binding.mappedMemory(mapping) ?? {}
    expect(shown()).toHaveLength(slicePitch + rowPitch + 8)
    const rows = [0, rowPitch, slicePitch, slicePitch + rowPitch].map((at) => [...shown().subarray(at, at + 8)])
    const given = [20, 36, 68, 84].map((at) => [...bytesOf(96).subarray(at, at + 8)])
    expect(rows).toEqual(given)
    expect(await rig.run([unmap()])).toEqual([0])
  })

  it('of shared virtual memory is the allocation’s', async () => {
    const svm = rig.svm(64)
    const svmMap = [OP.SVM_MAP, rig.queue, 1, 0, svm, 16, 32, READ, mapping]
    expect(await rig.run([[OP.SVM_MEMCPY, rig.queue, 0, 0, svm, 0, 0, 0, 64], svmMap], [bytesOf(64)])).toEqual([0, 0])
    expect(shown()).toEqual(bytesOf(64).subarray(16, 48))
    expect(await rig.run([unmap()])).toEqual([0])
  })

  it('is unmapped by the release of its mapping: the object can go', async () => {
    const host = new Uint8Array(64)
    const over = rig.keep(binding.createBuffer(rig.context, 1 | (1 << 3), 64, host))
    expect(await rig.run([[OP.MAP_BUFFER, rig.queue, 0, 0, over, WRITE, 0, 64, mapping]])).toEqual([0])
    shown().fill(3)
    binding.release(over)
    binding.release(mapping)
    expect(await rig.run([[OP.MARKER, rig.queue, 0, 0]])).toEqual([0])
    expect(host).toEqual(new Uint8Array(64).fill(3))
  })

  it('of a map that the driver refuses is not there, and its unmap is a marker', async () => {
    // A map beyond the buffer, which core never lets through.
    const beyond = [OP.MAP_BUFFER, rig.queue, 0, 0, buffer, READ, 60, 16, mapping]
    const [mapped, unmapped] = await rig.run([beyond, unmap(1)])
    expect(mapped).toBeLessThan(0)
    expect(unmapped).toBe(0)
    expect(binding.mappedMemory(mapping)).toBeUndefined()
  })

  it.each([
    ['a second map of one mapping', () => [map(READ), map(READ, 1)], [0, -30]],
    ['an unmap of a mapping without a map', () => [unmap()], [-30]],
    ['a map with a number that is no mapping', () => [map(READ, 0, buffer)], [-30]],
    ['an unmap with a number that is no mapping', () => [unmap(0, buffer)], [-30]],
  ])('is refused to %s', async (_what, commands, statuses) => {
    expect(await rig.run(commands())).toEqual(statuses)
  })

  it('is counted until it is released', async () => {
    const before = binding.live().mappings
    await rig.run([map(READ)])
    const other = binding.createMapping()
    expect(binding.live().mappings).toBe(before + 1)
    binding.release(other)
    binding.release(mapping)
    binding.release(mapping)
    expect(binding.live().mappings).toBe(before - 1)
  })

  it('of a stale number is not there', () => {
    binding.release(mapping)
    expect(binding.mappedMemory(mapping)).toBeUndefined()
    expect(() => binding.detachMapping(mapping)).not.toThrow()
  })
})

describeWithDriver('memory of the program that a buffer is made over', (driver) => {
  const { binding } = driver
  const [USE, COPY] = [1 | (1 << 3), 1 | (1 << 5)]

  it.each([
    ['used: the map shows it', USE, 9],
    ['copied: it is left alone', COPY, 1],
  ])('%s', async (_what, flags, last) => {
    const rig = new Rig(driver)
    const host = new Uint8Array(64).fill(1)
    const buffer = rig.keep(binding.createBuffer(rig.context, flags, 64, host))
    const mapping = rig.keep(binding.createMapping())
    const target = new Uint8Array(64)
    const commands = [
      [OP.READ_BUFFER, rig.queue, 0, 0, buffer, 0, 64, 0],
      [OP.FILL_BUFFER, rig.queue, 1, 0, buffer, 0, 64, 1],
      [OP.MAP_BUFFER, rig.queue, 2, 0, buffer, READ, 0, 64, mapping],
    ]
    expect(await rig.run(commands, [target, Uint8Array.of(9)])).toEqual([0, 0, 0])
    expect(target).toEqual(new Uint8Array(64).fill(1))
    expect(host).toEqual(new Uint8Array(64).fill(last))
    rig.release()
  })

  it.each([
    [64, 64, true],
    [63, 64, false],
  ])('of %i bytes serves a buffer of %i: %j', (length, size, is) => {
    const rig = new Rig(driver)
    const buffer = binding.createBuffer(rig.context, COPY, size, new Uint8Array(length))
    expect(buffer > 0).toBe(is)
    binding.release(buffer)
    rig.release()
  })
})

describeWithDriver('parts of a device', (driver) => {
  const { binding, device } = driver

  it.runIf(device.divisible)('are devices of their own that share a context', async () => {
    const parts = binding.subDevices(device.handle, 1)
    if (typeof parts === 'number') throw new TypeError(`status ${parts}`)
    const context = binding.createContext(parts.map(({ handle }) => handle))
    expect(context).toBeGreaterThan(0)
    expect(new Set(parts.map(({ handle }) => handle)).size).toBe(parts.length)
    binding.release(context)
    for (const { handle } of parts) binding.release(handle)
  })

  it('of no units are refused', () => {
    expect(binding.subDevices(device.handle, 0)).toBe(-30)
  })

  it('of a stale handle are refused', () => {
    expect(binding.subDevices(0, 1)).toBe(-33)
  })
})
