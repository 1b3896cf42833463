import type { MapFlag } from '@rxcl/core/port'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mapBuffer, open, unmap } from '../support/mappings.ts'
import { counting, Session } from '../support/session.ts'
import { sliced } from '../support/sliced.ts'

const MAP_FAILURE = -12
const OUT_OF_HOST_MEMORY = -6

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Flags, whether the map shows the contents, whether the unmap takes back what the host wrote. */
const FLAGS: readonly [readonly MapFlag[], boolean, boolean][] = [
  [['READ'], true, false],
  [['WRITE'], true, true],
  [['READ', 'WRITE'], true, true],
  [['WRITE_INVALIDATE_REGION'], false, true],
  [[], false, false],
]

describe.each(FLAGS)('a map with %j', (flags, isShown, isTaken) => {
  it(`${isShown ? 'shows' : 'does not show'} the bytes; its unmap ${isTaken ? 'takes back' : 'drops'} the host’s`, () => {
    const session = new Session()
    const buffer = session.buffer(counting(8))
    const mapped = open(session, mapBuffer(buffer, flags, 2, 4))
    expect([...mapped.memory.bytes]).toEqual(isShown ? [3, 4, 5, 6] : [0, 0, 0, 0])
    mapped.memory.bytes.set([70, 71, 72, 73])
    expect(session.run(unmap(buffer, mapped)).status).toBe(0)
    expect([...session.read(buffer, 8)]).toEqual(isTaken ? [1, 2, 70, 71, 72, 73, 7, 8] : [1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('MapBuffer', () => {
  it('has no pitches', () => {
    const session = new Session()
    const { memory } = open(session, mapBuffer(session.buffer(8), ['READ'], 0, 8))
    expect([memory.rowPitch, memory.slicePitch]).toEqual([0, 0])
  })

  it('of a sub-buffer shows the bytes from its origin on', () => {
    const session = new Session()
    const parent = session.buffer(counting(8))
    const sub = session.subBuffer(parent, 4, 4)
    const mapped = open(session, mapBuffer(sub, ['READ', 'WRITE'], 1, 2))
    expect([...mapped.memory.bytes]).toEqual([6, 7])
    mapped.memory.bytes[0] = 90
    session.run(unmap(sub, mapped))
    expect([...session.read(parent, 8)]).toEqual([1, 2, 3, 4, 5, 90, 7, 8])
  })

  it('brings all bytes there and back, in tasks of any length', () => {
    fc.assert(
      fc.property(sliced, fc.nat(40), fc.integer({ min: 1, max: 300 }), (options, offset, size) => {
        const session = new Session(options)
        const bytes = counting(offset + size + 5)
        const buffer = session.buffer(bytes)
        const mapped = open(session, mapBuffer(buffer, ['WRITE'], offset, size))
        expect(mapped.memory.bytes).toEqual(bytes.slice(offset, offset + size))
        mapped.memory.bytes.forEach((byte, i, all) => (all[i] = byte + i))
        bytes.forEach((byte, i) => (bytes[i] = i >= offset && i < offset + size ? byte + i - offset : byte))
        session.run(unmap(buffer, mapped))
        expect(session.read(buffer, bytes.length)).toEqual(bytes)
      }),
    )
  })

  it('shows memory of its own each time', () => {
    const session = new Session()
    const buffer = session.buffer(counting(4))
    const [first, second] = [0, 1].map(() => open(session, mapBuffer(buffer, ['READ'], 0, 4)).memory.bytes)
    expect(first).toEqual(second)
    expect(first?.buffer).not.toBe(second?.buffer)
  })

  it('looks at the bytes when it runs', () => {
    const session = new Session()
    const buffer = session.buffer(1)
    const queue = session.queue()
    const command = mapBuffer(buffer, ['READ'], 0, 1)
    session.submit(queue, { _tag: 'FillBuffer', buffer, pattern: Uint8Array.of(9), offset: 0, size: 1 })
    session.submit(queue, command)
    session.scheduler.flush()
    expect([...session.port.mappedMemory(command.mapping).bytes]).toEqual([9])
  })

  it('fails with CL_MAP_FAILURE when the host has no memory for it, and its unmap does nothing and completes', () => {
    const session = new Session()
    const buffer = session.buffer(counting(4))
    const queue = session.queue({ outOfOrder: true })
    const command = mapBuffer(buffer, ['WRITE_INVALIDATE_REGION'], 0, 4)
    const map = session.submit(queue, command)
    vi.stubGlobal('Uint8Array', function refuse() {
      throw new RangeError('Array buffer allocation failed')
    })
    session.scheduler.flush()
    vi.unstubAllGlobals()
    expect(session.end(map)).toMatchObject({ status: MAP_FAILURE, cause: 0 })
    expect(session.run(unmap(buffer, command)).status).toBe(0)
    expect([...session.read(buffer, 4)]).toEqual([1, 2, 3, 4])
  })
})

describe('UnmapMemObject', () => {
  it('detaches the view when it is submitted, and takes back what was in it', () => {
    const session = new Session()
    const buffer = session.buffer(4)
    const mapped = open(session, mapBuffer(buffer, ['WRITE'], 0, 4))
    mapped.memory.bytes.fill(7)
    const event = session.submit(session.queue(), unmap(buffer, mapped))
    expect([mapped.memory.bytes.length, mapped.memory.bytes.buffer.byteLength]).toEqual([0, 0])
    session.scheduler.flush()
    expect(session.end(event)?.status).toBe(0)
    expect([...session.read(buffer, 4)]).toEqual([7, 7, 7, 7])
  })

  it('detaches no other mapping’s view', () => {
    const session = new Session()
    const buffer = session.buffer(4)
    const [first, second] = [
      open(session, mapBuffer(buffer, ['READ'], 0, 4)),
      open(session, mapBuffer(buffer, ['READ'], 0, 4)),
    ]
    session.run(unmap(buffer, first))
    expect([first.memory.bytes.length, second.memory.bytes.length]).toEqual([0, 4])
  })

  it('takes the bytes back when it runs, after what it waits for', () => {
    const session = new Session()
    const buffer = session.buffer(1)
    const mapped = open(session, mapBuffer(buffer, ['WRITE'], 0, 1))
    mapped.memory.bytes[0] = 7
    const gate = session.userEvent()
    session.submit(session.queue(), unmap(buffer, mapped), { waits: [gate] })
    session.scheduler.flush()
    expect([...session.read(buffer, 1)]).toEqual([0])
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect([...session.read(buffer, 1)]).toEqual([7])
  })

  it('that is submitted before its map has run leaves the buffer as it was', () => {
    const session = new Session()
    const buffer = session.buffer(counting(4))
    const queue = session.queue()
    const command = mapBuffer(buffer, ['WRITE_INVALIDATE_REGION'], 0, 4)
    const events = [session.submit(queue, command), session.submit(queue, unmap(buffer, command))]
    session.scheduler.flush()
    expect(events.map((event) => session.end(event)?.status)).toEqual([0, 0])
    expect([...session.read(buffer, 4)]).toEqual([1, 2, 3, 4])
  })

  it('that is submitted while its map runs leaves the buffer as it was', () => {
    const session = new Session({ sliceBytes: 2 })
    const buffer = session.buffer(counting(8))
    const queue = session.queue()
    const command = mapBuffer(buffer, ['READ', 'WRITE'], 0, 8)
    session.submit(queue, command)
    session.scheduler.step()
    const event = session.submit(queue, unmap(buffer, command))
    session.scheduler.flush()
    expect(session.end(event)?.status).toBe(0)
    expect([...session.read(buffer, 8)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('fails with CL_OUT_OF_HOST_MEMORY when the program has transferred the view, and the buffer stays', () => {
    const session = new Session()
    const buffer = session.buffer(counting(4))
    const mapped = open(session, mapBuffer(buffer, ['WRITE'], 0, 4))
    structuredClone(mapped.memory.bytes.buffer, { transfer: [mapped.memory.bytes.buffer as ArrayBuffer] })
    expect(session.run(unmap(buffer, mapped)).status).toBe(OUT_OF_HOST_MEMORY)
    expect([...session.read(buffer, 4)]).toEqual([1, 2, 3, 4])
  })

  it('takes the bytes back where the host cannot detach', () => {
    const session = new Session()
    const buffer = session.buffer(4)
    const mapped = open(session, mapBuffer(buffer, ['WRITE'], 0, 4))
    mapped.memory.bytes.fill(7)
    vi.stubGlobal('structuredClone', undefined)
    Object.defineProperty(mapped.memory.bytes.buffer, 'transfer', { value: undefined })
    expect(session.run(unmap(buffer, mapped)).status).toBe(0)
    expect([...session.read(buffer, 4)]).toEqual([7, 7, 7, 7])
  })
})

describe('releaseMapping', () => {
  it('detaches the view', () => {
    const session = new Session()
    const { mapping, memory } = open(session, mapBuffer(session.buffer(4), ['WRITE'], 0, 4))
    session.port.releaseMapping(mapping)
    expect([memory.bytes.length, memory.bytes.buffer.byteLength]).toEqual([0, 0])
  })

  it('of a mapping whose map command never came does nothing', () => {
    const { port } = new Session()
    expect(() => port.releaseMapping({ handle: undefined })).not.toThrow()
  })
})
