import { STATUS_CODES, type StatusCode } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import type { Fault, FaultCode } from '../../src/index.ts'
import { mapBuffer } from '../support/mappings.ts'
import { marker, put } from '../support/programs.ts'
import { counting, Session } from '../support/session.ts'

const CODES = Object.entries(STATUS_CODES).filter(([name]) => name !== 'CL_SUCCESS') as [
  FaultCode & StatusCode,
  number,
][]
const WAIT_FAILED = -14
const [QUEUED, SUBMITTED, RUNNING] = [3, 2, 1]
const code = 'CL_OUT_OF_RESOURCES'

const withFault = (...faults: readonly Fault[]): Session => new Session({ faults })

/** The statuses of so many writes on an out-of-order queue, where none fails because of another. */
const writes = (session: Session, count: number): readonly (number | undefined)[] => {
  const buffer = session.buffer(1)
  const queue = session.queue({ outOfOrder: true })
  const events = Array.from({ length: count }, (_, i) => session.submit(queue, put(buffer, i)))
  session.scheduler.flush()
  return events.map((event) => session.end(event)?.status)
}

describe.each(['FailEnqueue', 'FailExecution'] as const)('%s', (_tag) => {
  it.each(CODES)('ends a command with %s, which is %i', (name, status) => {
    expect(writes(withFault({ _tag, code: name }), 2)).toEqual([status, 0])
  })

  it.each([-1, -9999, -(2 ** 31)])('ends a command with the status %i', (status) => {
    expect(writes(withFault({ _tag, code: status }), 2)).toEqual([status, 0])
  })

  it.each([
    ['the first, unless another is named', {}, [-5, 0, 0, 0]],
    ['the nth', { nth: 3 }, [0, 0, -5, 0]],
    ['so many in a row', { nth: 2, times: 2 }, [0, -5, -5, 0]],
    ['all', { times: Number.MAX_SAFE_INTEGER }, [-5, -5, -5, -5]],
    ['none of a later number', { nth: 5 }, [0, 0, 0, 0]],
  ])('happens to %s', (_, nth, expected) => {
    expect(writes(withFault({ _tag, code, ...nth }), 4)).toEqual(expected)
  })

  it('counts commands of its kind only', () => {
    const session = withFault({ _tag, code, command: 'Marker', nth: 2 })
    const queue = session.queue({ outOfOrder: true })
    const commands = [marker(), put(session.buffer(1), 1), marker(), marker()]
    const events = commands.map((command) => session.submit(queue, command))
    session.scheduler.flush()
    expect(events.map((event) => session.end(event)?.status)).toEqual([0, 0, -5, 0])
  })

  it('counts commands over all contexts', () => {
    const session = withFault({ _tag, code, nth: 2 })
    const first = session.submit(session.queue(), marker())
    const port = session.another()
    const queue = port.createQueue({ device: session.device, outOfOrder: false, profiling: false })
    if (queue._tag === 'Left') throw new Error(queue.left.message)
    port.submit([{ event: 100, queue: queue.right, command: marker(), waits: [], failedWait: 0 }])
    session.scheduler.flush()
    expect([session.end(first)?.status, session.end(100)?.status]).toEqual([0, -5])
  })

  it('happens to the same commands whatever the seed', () => {
    const statuses = [1, 2, 3, 4, 5].map((seed) =>
      writes(new Session({ seed, faults: [{ _tag, code, nth: 2, times: 2 }] }), 6),
    )
    expect(statuses).toEqual(statuses.map(() => [0, -5, -5, 0, 0, 0]))
  })

  it('fails what is behind the command and what waits for it, with the command as the cause', () => {
    const session = withFault({ _tag, code })
    const queue = session.queue()
    const failed = session.submit(queue, marker())
    const behind = session.submit(queue, marker())
    const waiting = session.submit(session.queue(), marker(true), { waits: [failed] })
    const apart = session.submit(session.queue(), marker())
    session.scheduler.flush()
    expect([failed, behind, waiting, apart].map((event) => session.end(event))).toMatchObject([
      { status: -5, cause: 0 },
      { status: WAIT_FAILED, cause: failed },
      { status: WAIT_FAILED, cause: failed },
      { status: 0 },
    ])
  })

  it('gives way to the failure of what the command waits for', () => {
    const session = withFault({ _tag, code })
    const gate = session.userEvent()
    const event = session.submit(session.queue(), marker(true), { waits: [gate] })
    session.port.setUserEventStatus(gate, -7)
    session.scheduler.flush()
    expect(session.end(event)).toMatchObject({ status: WAIT_FAILED, cause: gate })
  })

  it('of a map leaves the memory as it was, and the map can be tried again', () => {
    const session = withFault({ _tag, code, command: 'MapBuffer' })
    const buffer = session.buffer(counting(4))
    const [failed, again] = [mapBuffer(buffer, ['WRITE'], 0, 4), mapBuffer(buffer, ['WRITE'], 0, 4)]
    expect(session.run(failed).status).toBe(-5)
    session.port.releaseMapping(failed.mapping)
    expect(session.run(again).status).toBe(0)
    expect([...session.port.mappedMemory(again.mapping).bytes]).toEqual([1, 2, 3, 4])
  })

  it('of a command that is two faults has the code of the first', () => {
    expect(writes(withFault({ _tag, code: -100 }, { _tag, code: -200 }), 1)).toEqual([-100])
  })
})

describe('FailEnqueue', () => {
  it('leaves the command QUEUED until what it waits for is over, then it fails at once', () => {
    const session = withFault({ _tag: 'FailEnqueue', code, command: 'WriteBuffer' })
    const gate = session.userEvent()
    const buffer = session.buffer(1)
    const event = session.submit(session.queue(), put(buffer, 1), { waits: [gate] })
    const other = session.submit(session.queue(), marker(true), { waits: [gate] })
    session.scheduler.flush()
    expect([session.port.eventStatus(event), session.port.eventStatus(other)]).toEqual([QUEUED, SUBMITTED])
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect([session.end(event)?.status, session.end(other)?.status]).toEqual([-5, 0])
    expect([...session.read(buffer, 1)]).toEqual([0])
  })

  it('wins over FailExecution', () => {
    const faults = [
      { _tag: 'FailExecution', code: -200 },
      { _tag: 'FailEnqueue', code: -100 },
    ] as const
    expect(writes(withFault(...faults), 1)).toEqual([-100])
  })
})

describe('FailExecution', () => {
  const WRITTEN = counting(12)

  it.each([
    ['none', {}, 0],
    ['none', { bytes: 0 }, 0],
    ['some', { bytes: 5 }, 5],
    ['all', { bytes: 12 }, 12],
    ['all where there are no more', { bytes: 100 }, 12],
  ])('has moved %s of the bytes with %j', (_, bytes, moved) => {
    for (const sliceBytes of [1, 3, 100]) {
      const session = new Session({ sliceBytes, faults: [{ _tag: 'FailExecution', code, ...bytes }] })
      const buffer = session.buffer(12)
      const command = { _tag: 'WriteBuffer', buffer, offset: 0, size: 12, ptr: WRITTEN } as const
      expect(session.run(command).status).toBe(-5)
      expect(session.read(buffer, 12)).toEqual(WRITTEN.map((byte, index) => (index < moved ? byte : 0)))
    }
  })

  it('moves a region row by row', () => {
    const session = withFault({ _tag: 'FailExecution', code, bytes: 5 })
    const buffer = session.buffer(12)
    const place = { bufferOrigin: [0, 0, 0], hostOrigin: [0, 0, 0], region: [3, 3, 1] } as const
    const pitches = { bufferRowPitch: 4, bufferSlicePitch: 12, hostRowPitch: 4, hostSlicePitch: 12 }
    session.run({ _tag: 'WriteBufferRect', buffer, ...place, ...pitches, ptr: WRITTEN })
    expect([...session.read(buffer, 12)]).toEqual([1, 2, 3, 0, 5, 6, 0, 0, 0, 0, 0, 0])
  })

  it('has the command RUNNING before it fails', () => {
    const session = new Session({ sliceBytes: 1, faults: [{ _tag: 'FailExecution', code, bytes: 5 }] })
    const event = session.submit(session.queue(), {
      _tag: 'WriteBuffer',
      buffer: session.buffer(12),
      offset: 0,
      size: 12,
      ptr: WRITTEN,
    })
    session.scheduler.step()
    expect(session.port.eventStatus(event)).toBe(RUNNING)
    session.scheduler.flush()
    expect(session.end(event)).toEqual({ event, status: -5, cause: 0, profile: undefined })
  })
})

describe('a fault of one device', () => {
  it.each([
    [0, [-5, 0]],
    [1, [0, -5]],
  ])('number %i leaves the other alone', (device, expected) => {
    const session = new Session({ devices: 2, faults: [{ _tag: 'FailExecution', code, device }] })
    const events = session.devices.map((one) => {
      const queue = session.port.createQueue({ device: one, outOfOrder: false, profiling: false })
      if (queue._tag === 'Left') throw new Error(queue.left.message)
      return session.submit(queue.right, marker())
    })
    session.scheduler.flush()
    expect(events.map((event) => session.end(event)?.status)).toEqual(expected)
  })
})
