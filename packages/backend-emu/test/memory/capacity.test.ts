import type { ImageShape } from '@rxcl/core'
import { RGBA8 } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { emulator } from '../../src/index.ts'
import { left, right } from '../support/right.ts'
import { OWN_MEMORY, Session } from '../support/session.ts'

const CAPACITY = 4096
const ALLOCATION_FAILURE = -4
const device = { globalMemSize: CAPACITY }
const none = { flags: [], hostPtr: undefined }
const IMAGE: ImageShape = { type: '2D', format: RGBA8, width: 16, height: 16, depth: 0, arraySize: 0 }

describe('the memory of a device', () => {
  it.each([
    ['fits exactly', CAPACITY, 'Right'],
    ['is one byte too large', CAPACITY + 1, 'Left'],
  ])('a buffer that %s', (_, size, tag) => {
    expect(new Session({ device }).port.createBuffer({ size, ...none })._tag).toBe(tag)
  })

  it.each([
    ['a buffer', ({ port }: Session) => port.createBuffer({ size: 1024, ...none })],
    ['an image', ({ port }: Session) => port.createImage(IMAGE, [], OWN_MEMORY)],
    ['coarse SVM', ({ port }: Session) => port.svmAlloc({ size: 1024, alignment: 0, ...none })],
    ['fine SVM', ({ port }: Session) => port.svmAlloc({ size: 1024, alignment: 0, flags: ['SVM_FINE_GRAIN_BUFFER'] })],
  ])('%s of 1024 bytes is taken from it', (_, make) => {
    const session = new Session({ device })
    right(session.port.createBuffer({ size: CAPACITY - 1024, ...none }))
    right(make(session))
    const failure = left(make(session))
    expect(failure).toMatchObject({
      status: ALLOCATION_FAILURE,
      message: expect.stringContaining('has 0 of 4096 left'),
    })
  })

  it.each([
    ['releaseMem', ({ port }: Session, handle: unknown) => port.releaseMem(handle), 'createBuffer'],
    ['svmFree', ({ port }: Session, handle: unknown) => port.svmFree(handle), 'svmAlloc'],
  ] as const)('%s returns it', (_, giveBack, make) => {
    const session = new Session({ device })
    const desc = { size: CAPACITY, alignment: 0, ...none }
    const handle = right(session.port[make](desc))
    expect(left(session.port[make](desc)).status).toBe(ALLOCATION_FAILURE)
    giveBack(session, handle)
    right(session.port[make](desc))
  })

  it('sub-buffers and images of buffers take none of it and return none', () => {
    const session = new Session({ device })
    const { port } = session
    const parent = session.buffer(CAPACITY)
    const alias = session.subBuffer(parent, 0, 64)
    const image = session.image({ ...IMAGE, type: '1D_BUFFER', height: 0 }, parent)
    port.releaseMem(alias.handle)
    port.releaseMem(image.handle)
    expect(left(port.createBuffer({ size: 1, ...none })).status).toBe(ALLOCATION_FAILURE)
    port.releaseMem(parent.handle)
    right(port.createBuffer({ size: CAPACITY, ...none }))
  })

  it('is shared by all contexts of the device, and a released context returns its part', () => {
    const backend = emulator({ device })
    const devices = right(backend.devices())
    const first = right(backend.openContext(devices, () => {}))
    const second = right(backend.openContext(devices, () => {}))
    right(first.createBuffer({ size: CAPACITY, ...none }))
    expect(left(second.createBuffer({ size: 1, ...none })).status).toBe(ALLOCATION_FAILURE)
    first.release()
    right(second.createBuffer({ size: CAPACITY, ...none }))
  })

  it('counts for every device of the context, so the smallest decides', () => {
    const backend = emulator({ devices: [{ globalMemSize: 2 * CAPACITY }, { name: 'small', globalMemSize: CAPACITY }] })
    const devices = right(backend.devices())
    const context = right(backend.openContext(devices, () => {}))
    const failure = left(context.createBuffer({ size: CAPACITY + 1, ...none }))
    expect(failure).toMatchObject({ status: ALLOCATION_FAILURE, message: expect.stringContaining('device small') })
    const alone = right(backend.openContext(devices.slice(0, 1), () => {}))
    right(alone.createBuffer({ size: CAPACITY + 1, ...none }))
  })

  it('a size that the host refuses is an allocation failure and takes nothing', () => {
    const huge = 2 ** 50
    const { port } = new Session({ device: { globalMemSize: huge, maxMemAllocSize: huge } })
    expect(left(port.createBuffer({ size: huge, ...none }))).toMatchObject({
      status: ALLOCATION_FAILURE,
      message: expect.stringContaining('host'),
    })
    right(port.createBuffer({ size: 64, ...none }))
  })

  it('memory that is used again is zeroed', () => {
    const session = new Session({ device })
    const other = session.buffer(16)
    const old = session.buffer(new Uint8Array(64).fill(9))
    session.port.releaseMem(old.handle)
    expect(session.read(session.buffer(64), 64)).toEqual(new Uint8Array(64))
    expect(session.read(other, 16)).toEqual(new Uint8Array(16))
  })
})

describe('svmBytes', () => {
  const fine = ({ port }: Session): unknown =>
    right(port.svmAlloc({ size: 64, alignment: 0, flags: ['SVM_FINE_GRAIN_BUFFER'] }))

  it('is the same view of all bytes each time', () => {
    const session = new Session()
    const allocation = fine(session)
    const bytes = session.port.svmBytes(allocation)
    expect(bytes.length).toBe(64)
    expect(session.port.svmBytes(allocation)).toBe(bytes)
  })

  it('is detached by svmFree, and others are not', () => {
    const session = new Session()
    const [freed, kept] = [fine(session), fine(session)]
    const [gone, still] = [session.port.svmBytes(freed), session.port.svmBytes(kept)]
    session.port.svmFree(freed)
    expect([gone.length, gone.buffer.byteLength, still.length]).toEqual([0, 0, 64])
  })
})
