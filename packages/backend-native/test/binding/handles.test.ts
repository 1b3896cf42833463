import { afterEach, beforeEach, expect, it } from 'vitest'
import { OP } from '../../src/binding/words.ts'
import { describeWithDriver } from '../driver.ts'
import { Rig, bytesOf, made } from './rig.ts'

const IMAGE_2D = 0x10f1
const rgba8 = { channelOrder: 0x10b5, channelDataType: 0x10da, imageType: IMAGE_2D }
const desc = { ...rgba8, width: 4, height: 4, depth: 0, arraySize: 0, buffer: 0, rowPitch: 0, slicePitch: 0 }

const CL_INVALID_VALUE = -30
const CL_INVALID_PLATFORM = -32
const CL_INVALID_DEVICE = -33
const CL_INVALID_CONTEXT = -34
const CL_INVALID_COMMAND_QUEUE = -36
const CL_INVALID_MEM_OBJECT = -38

describeWithDriver('handles', (driver) => {
  const { binding, device } = driver
  let rig: Rig
  let stale: number
  beforeEach(() => {
    rig = new Rig(driver)
    stale = rig.buffer(64)
    binding.release(stale)
  })
  afterEach(() => rig.release())

  // Another kind, one that was released, and numbers that never were a handle.
  const wrong = (kind: number): readonly number[] => [
    kind,
    stale,
    0,
    -1,
    0.5,
    Number.NaN,
    Infinity,
    2 ** 53,
    2 ** 52 + 1,
  ]

  it('name the same platform and the same device each time', () => {
    const first = binding.platforms()
    expect(binding.platforms()).toEqual(first)
    if (typeof first === 'number') throw new TypeError(`status ${first}`)
    for (const { handle } of first) expect(binding.devices(handle)).toEqual(binding.devices(handle))
  })

  it('are refused by the calls that need another kind', () => {
    const buffer = rig.buffer(64)
    for (const handle of wrong(buffer)) {
      expect(binding.devices(handle), `devices(${handle})`).toBe(CL_INVALID_PLATFORM)
      expect(binding.createContext([handle]), `createContext([${handle}])`).toBe(CL_INVALID_DEVICE)
      expect(binding.createQueue(rig.context, handle, false, false), `createQueue on ${handle}`).toBe(CL_INVALID_DEVICE)
      expect(binding.createQueue(handle, device.handle, false, false), `createQueue in ${handle}`).toBe(
        CL_INVALID_CONTEXT,
      )
      expect(binding.imageFormats(handle, IMAGE_2D), `imageFormats(${handle})`).toBe(CL_INVALID_CONTEXT)
      expect(binding.createBuffer(handle, 1, 64), `createBuffer in ${handle}`).toBe(CL_INVALID_CONTEXT)
      expect(binding.createImage(handle, 1, desc), `createImage in ${handle}`).toBe(CL_INVALID_CONTEXT)
      expect(binding.svmAlloc(handle, 1, 64, 0), `svmAlloc in ${handle}`).toBe(CL_INVALID_CONTEXT)
      expect(binding.svmBytes(handle), `svmBytes(${handle})`).toBeUndefined()
    }
    for (const handle of wrong(rig.queue)) {
      expect(binding.createSubBuffer(handle, 1, 0, 64), `createSubBuffer of ${handle}`).toBe(CL_INVALID_MEM_OBJECT)
    }
  })

  it('of the right kind are taken by the same calls', () => {
    const buffer = rig.buffer(64)
    rig.keep(binding.createContext([device.handle]))
    rig.keep(binding.createQueue(rig.context, device.handle, false, false))
    rig.keep(binding.createSubBuffer(buffer, 1, 0, 64))
    rig.keep(binding.createImage(rig.context, 1, desc))
    expect(typeof binding.imageFormats(rig.context, IMAGE_2D)).toBe('object')
  })

  it.each(['queue', 'mem object'])('settle a packed command with a wrong %s', async (what) => {
    const buffer = rig.buffer(64)
    const handles = wrong(what === 'queue' ? buffer : rig.queue).filter((handle) => handle >= 0 && handle < 2 ** 53)
    const word = (handle: number, right: number, kind: string): number => (kind === what ? handle : right)
    const commands = [buffer, ...handles].map((handle, slot) => [
      OP.WRITE_BUFFER,
      slot === 0 ? rig.queue : word(handle, rig.queue, 'queue'),
      slot,
      0,
      slot === 0 ? buffer : word(handle, buffer, 'mem object'),
      0,
      64,
      0,
    ])
    const status = what === 'queue' ? CL_INVALID_COMMAND_QUEUE : CL_INVALID_MEM_OBJECT
    expect(await rig.run(commands, [bytesOf(64)])).toEqual([0, ...handles.map(() => status)])
  })

  it('settle a copy of shared virtual memory with a wrong allocation', async () => {
    const svm = rig.svm(64)
    const copy = (slot: number, dst: number): number[] => [OP.SVM_MEMCPY, rig.queue, slot, 0, dst, 0, 0, 0, 64]
    const statuses = await rig.run([copy(0, svm), copy(1, stale), copy(2, rig.queue)], [bytesOf(64)])
    expect(statuses).toEqual([0, CL_INVALID_VALUE, CL_INVALID_VALUE])
  })

  it('of released objects stay stale when their place is taken again', () => {
    const fresh = rig.buffer(64)
    expect(fresh).not.toBe(stale)
    expect(binding.createSubBuffer(stale, 1, 0, 64)).toBe(CL_INVALID_MEM_OBJECT)
    binding.release(stale)
    made(rig.keep(binding.createSubBuffer(fresh, 1, 0, 64)))
  })

  it('are counted by kind while they live', () => {
    const before = binding.live()
    const context = made(binding.createContext([device.handle]))
    const queue = made(binding.createQueue(context, device.handle, false, false))
    const buffer = made(binding.createBuffer(context, 1, 64))
    const image = made(binding.createImage(context, 1, desc))
    const svm = made(binding.svmAlloc(context, 1, 64, 0))
    const { contexts, queues, memObjects, mappings, svm: allocations, events } = before
    expect(binding.live()).toEqual({
      contexts: contexts + 1,
      queues: queues + 1,
      memObjects: memObjects + 2,
      mappings,
      svm: allocations + 1,
      events,
    })
    for (const handle of [svm, image, buffer, queue, context, context]) binding.release(handle)
    expect(binding.live()).toEqual(before)
  })

  it('are given back a hundred thousand times', () => {
    const before = binding.live()
    for (let round = 0; round < 100_000; round++) binding.release(made(binding.createBuffer(rig.context, 1, 64)))
    expect(binding.live()).toEqual(before)
  })
})
