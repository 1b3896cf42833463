import { RGBA8, type ImageShape } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { nextTask, Session } from '../support/session.ts'

const MIB = 1_048_576
const SHAPE: ImageShape = { type: '2D', format: RGBA8, width: 8, height: 8, depth: 0, arraySize: 0 }

const detach = (bytes: Uint8Array): void => {
  structuredClone(bytes, { transfer: [bytes.buffer as ArrayBuffer] })
}

describe('host memory that has gone before the driver gets the command', () => {
  it.each(['WriteBuffer', 'ReadBuffer'] as const)('fails %s with CL_OUT_OF_HOST_MEMORY', async (tag) => {
    const session = new Session()
    const [queue, gate, ptr] = [session.queue(), session.userEvent(), new Uint8Array(8)]
    const event = session.submit(queue, { _tag: tag, buffer: session.buffer(), offset: 0, size: 8, ptr }, [gate])
    detach(ptr)
    session.port.setUserEventStatus(gate, 0)
    await nextTask()
    expect(session.ends).toEqual([[event, -6, 0]])
    expect(session.driver.taken).toHaveLength(0)
  })

  it('fails after the command before it, and what is behind it is kept from the driver', async () => {
    const session = new Session()
    const [queue, ptr] = [session.queue(), new Uint8Array(8)]
    detach(ptr)
    const running = session.copy(queue)
    const event = session.submit(queue, { _tag: 'WriteBuffer', buffer: session.buffer(), offset: 0, size: 8, ptr })
    const behind = session.copy(queue)
    await nextTask()
    expect(session.ends).toEqual([])
    session.end(0)
    expect(session.ends).toEqual([
      [running, 0, 0],
      [event, -6, 0],
      [behind, -14, event],
    ])
    expect(session.driver.taken).toHaveLength(1)
  })

  it('fails image and SVM copies too', async () => {
    const session = new Session()
    const ptr = new Uint8Array(64)
    detach(ptr)
    const image = session.image(SHAPE)
    const box = { origin: [0, 0, 0], region: [4, 4, 1] } as const
    const place = { _tag: 'SvmPointer', allocation: session.svm(), byteOffset: 0 } as const
    const queue = () => session.queue()
    session.submit(queue(), { _tag: 'WriteImage', image, ...box, inputRowPitch: 16, inputSlicePitch: 64, ptr })
    session.submit(queue(), { _tag: 'ReadImage', image, ...box, rowPitch: 16, slicePitch: 64, ptr })
    session.submit(queue(), { _tag: 'SvmMemcpy', dstPtr: place, srcPtr: { _tag: 'HostMemory', bytes: ptr }, size: 64 })
    session.submit(queue(), { _tag: 'SvmMemcpy', dstPtr: { _tag: 'HostMemory', bytes: ptr }, srcPtr: place, size: 64 })
    await nextTask()
    expect(session.settled.map(({ status }) => status)).toEqual([-6, -6, -6, -6])
  })
})

describe('reads into rows with gaps', () => {
  const read = (session: Session, ptr: Uint8Array) =>
    session.submit(session.queue(), {
      _tag: 'ReadImage',
      image: session.image(SHAPE),
      origin: [0, 0, 0],
      region: [1, 2, 1],
      rowPitch: 8,
      slicePitch: 16,
      ptr,
    })

  it('put the rows where they belong when they have settled, and leave the gaps alone', () => {
    const session = new Session()
    const ptr = new Uint8Array(12).fill(9)
    read(session, ptr)
    const [flight] = session.flying
    expect(flight?.args.slice(7, 9)).toEqual([4, 0])
    flight?.host[0]?.set([1, 2, 3, 4, 5, 6, 7, 8])
    expect(ptr).toEqual(new Uint8Array(12).fill(9))
    session.end(0)
    expect([...ptr]).toEqual([1, 2, 3, 4, 9, 9, 9, 9, 5, 6, 7, 8])
  })

  it('that fail leave all of it alone', () => {
    const session = new Session()
    const ptr = new Uint8Array(12).fill(9)
    read(session, ptr)
    session.flying[0]?.host[0]?.fill(1)
    session.end(0, -5)
    expect(ptr).toEqual(new Uint8Array(12).fill(9))
  })

  it('fail when the memory has gone meanwhile', () => {
    const session = new Session()
    const ptr = new Uint8Array(12)
    const event = read(session, ptr)
    detach(ptr)
    session.end(0)
    expect(session.ends).toEqual([[event, -6, 0]])
  })

  it('go straight where there are no gaps: a control', () => {
    const session = new Session()
    const ptr = new Uint8Array(8)
    const image = session.image(SHAPE)
    const box = { origin: [0, 0, 0], region: [1, 2, 1] } as const
    session.submit(session.queue(), { _tag: 'ReadImage', image, ...box, rowPitch: 4, slicePitch: 8, ptr })
    expect(session.flying[0]?.host[0]).toBe(ptr)
  })
})

describe('transferring an array that a command uses', () => {
  /** Node clones instead of transferring what may not be transferred, or throws: either way it stays. */
  const survivesTransfer = (bytes: Uint8Array): boolean => {
    const { length } = bytes
    try {
      const { port1 } = new MessageChannel()
      port1.postMessage(bytes, [bytes.buffer as ArrayBuffer])
      port1.close()
    } catch {
      // It was refused.
    }
    return bytes.length === length
  }
  const write = (size: number): Uint8Array => {
    const session = new Session()
    const ptr = new Uint8Array(size)
    session.submit(session.queue(), { _tag: 'WriteBuffer', buffer: session.buffer(), offset: 0, size, ptr })
    return ptr
  }

  it('does not take it away where more than 1 MiB is used in place', () => {
    expect(survivesTransfer(write(MIB + 1))).toBe(true)
  })

  it('is possible up to 1 MiB, which is copied on its way', () => {
    expect(survivesTransfer(write(MIB))).toBe(false)
  })
})
