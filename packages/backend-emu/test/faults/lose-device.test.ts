import { RGBA8, type DeviceInfo } from '@rxcl/core'
import type { ContextPort } from '@rxcl/core/port'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { emulator, type EmulatorOptions, type LoseDevice } from '../../src/index.ts'
import { mapBuffer } from '../support/mappings.ts'
import { barrier, marker, put } from '../support/programs.ts'
import { left, right } from '../support/right.ts'
import { counting, OWN_MEMORY, Session } from '../support/session.ts'
import { timedSession } from '../support/timed-session.ts'

const [DEVICE_NOT_AVAILABLE, OUT_OF_RESOURCES] = [-2, -5]
const none = { flags: [], hostPtr: undefined }

const losing = (after: number, rest: Partial<LoseDevice> = {}): EmulatorOptions => ({
  faults: [{ _tag: 'LoseDevice', after, ...rest }],
})

const statuses = (session: Session, events: readonly number[]) => events.map((event) => session.end(event)?.status)

const queueOn = (port: ContextPort, device: DeviceInfo): unknown =>
  right(port.createQueue({ device, outOfOrder: false, profiling: false }))

describe('LoseDevice', () => {
  it.each([
    [1, [0, -5, -5]],
    [2, [0, 0, -5]],
    [3, [0, 0, 0]],
  ])('lets %i commands complete: %j', (after, expected) => {
    const session = new Session(losing(after))
    const queue = session.queue({ outOfOrder: true })
    const events = [1, 2, 3].map(() => session.submit(queue, marker(true)))
    session.scheduler.flush()
    expect(statuses(session, events)).toEqual(expected)
  })

  it.each([
    ['CL_DEVICE_NOT_AVAILABLE', DEVICE_NOT_AVAILABLE],
    [-1001, -1001],
  ] as const)('ends commands with another code: %s', (code, status) => {
    const session = new Session(losing(1, { code }))
    const queue = session.queue({ outOfOrder: true })
    const events = [1, 2].map(() => session.submit(queue, marker(true)))
    session.scheduler.flush()
    expect(statuses(session, events)).toEqual([0, status])
  })

  it('ends what is in flight by itself and in order: queued, waiting for the program, behind others', () => {
    const session = new Session(losing(1))
    const gate = session.userEvent()
    const [inOrder, outOfOrder] = [session.queue(), session.queue({ outOfOrder: true })]
    const events = [
      session.submit(inOrder, marker(true), { waits: [gate] }),
      session.submit(inOrder, marker()),
      session.submit(outOfOrder, marker(true), { waits: [gate] }),
      session.submit(outOfOrder, barrier()),
      session.submit(outOfOrder, marker()),
    ]
    const last = session.submit(session.queue(), marker())
    session.scheduler.flush()
    expect(session.settled.map(({ event }) => event)).toEqual([last, ...events])
    expect(events.map((event) => session.end(event))).toEqual(
      events.map((event) => ({ event, status: OUT_OF_RESOURCES, cause: 0, profile: undefined })),
    )
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.settled).toHaveLength(6)
  })

  it('ends it in the order in which it was submitted, however many came before', () => {
    const session = new Session(losing(61))
    const [queue, gate] = [session.queue({ outOfOrder: true }), session.userEvent()]
    for (let i = 0; i < 60; i += 1) session.run(marker())
    const events = [1, 2, 3, 4, 5, 6, 7, 8].map(() => session.submit(queue, marker(true), { waits: [gate] }))
    const last = session.submit(session.queue(), marker())
    session.scheduler.flush()
    expect(session.settled.slice(60).map(({ event }) => event)).toEqual([last, ...events])
  })

  it('wakes no context that is released', () => {
    const pendingWhenLost = (isReleased: boolean): number => {
      const session = new Session(losing(1))
      const other = session.beside()
      if (isReleased) other.port.release()
      session.submit(session.queue(), marker())
      session.scheduler.step()
      return session.scheduler.pending
    }
    expect([pendingWhenLost(true), pendingWhenLost(false)]).toEqual([1, 2])
  })

  it('ends what comes later, and waits for nothing', () => {
    const session = new Session(losing(1))
    const [inOrder, outOfOrder, gate] = [session.queue(), session.queue({ outOfOrder: true }), session.userEvent()]
    session.submit(inOrder, marker())
    session.scheduler.flush()
    const events = [
      session.submit(inOrder, marker()),
      session.submit(outOfOrder, marker(true), { waits: [gate] }),
      session.submit(outOfOrder, marker()),
    ]
    session.scheduler.flush()
    expect(statuses(session, events)).toEqual([OUT_OF_RESOURCES, OUT_OF_RESOURCES, OUT_OF_RESOURCES])
  })

  it('ends a command that is running, which moves nothing more', () => {
    const { session, at } = timedSession({ ...losing(1), latency: { ReadBuffer: { ms: 5 }, Marker: { ms: 3 } } })
    const ptr = Uint8Array.of(9)
    const read = { _tag: 'ReadBuffer', buffer: session.buffer(1), offset: 0, size: 1, ptr } as const
    const running = session.submit(session.queue(), read)
    const first = session.submit(session.queue(), marker())
    at(2)
    expect(session.port.eventStatus(running)).toBe(1)
    expect(at(3)).toEqual([first, running])
    at(100)
    expect([session.end(running)?.status, [...ptr], session.settled.length]).toEqual([OUT_OF_RESOURCES, [9], 2])
  })

  it('ends a command half way when the device is lost to another context', () => {
    const session = new Session({ ...losing(2), sliceBytes: 4 })
    const other = session.beside()
    const ptr = new Uint8Array(12)
    const buffer = session.buffer(counting(12))
    const half = session.submit(session.queue(), { _tag: 'ReadBuffer', buffer, offset: 0, size: 12, ptr })
    session.scheduler.step()
    expect([session.port.eventStatus(half), ptr.filter((byte) => byte !== 0).length]).toEqual([1, 4])
    const completes = other.submit(other.queue(), marker())
    session.scheduler.flush()
    expect([other.end(completes)?.status, session.end(half)?.status]).toEqual([0, OUT_OF_RESOURCES])
    expect(ptr.filter((byte) => byte !== 0).length).toBe(8)
  })

  it('ends what waits for an engine, and the engine is free for nobody', () => {
    const latency = { default: { ms: 3 } }
    const { session, at } = timedSession({ ...losing(1), latency, device: { engines: 1 } })
    const buffer = session.buffer(1)
    const events = [1, 2, 3].map((value) => session.submit(session.queue(), put(buffer, value)))
    expect([at(2), at(3)]).toEqual([[], events])
    expect(statuses(session, events)).toEqual([0, OUT_OF_RESOURCES, OUT_OF_RESOURCES])
    at(100)
    expect(session.settled).toHaveLength(3)
  })

  it('ends a map that is in flight, and its mapping can be released', () => {
    const session = new Session(losing(1))
    const gate = session.userEvent()
    const map = mapBuffer(session.buffer(4), ['READ'], 0, 4)
    const event = session.submit(session.queue(), map, { waits: [gate] })
    session.submit(session.queue(), marker())
    session.scheduler.flush()
    session.port.releaseMapping(map.mapping)
    expect(session.end(event)?.status).toBe(OUT_OF_RESOURCES)
  })

  it('lets nothing be made for the device any more, and everything be released', () => {
    const session = new Session(losing(1))
    const { port, device } = session
    const buffer = session.buffer(8)
    session.run(marker())
    const image = { type: '2D', format: RGBA8, width: 4, height: 4, depth: 0, arraySize: 0 } as const
    const calls = [
      port.createQueue({ device, outOfOrder: false, profiling: false }),
      port.createBuffer({ size: 8, ...none }),
      port.createSubBuffer(buffer.handle, { origin: 0, size: 4, flags: [] }),
      port.createImage(image, [], OWN_MEMORY),
      port.svmAlloc({ size: 8, alignment: 0, ...none }),
      port.createUserEvent(100),
    ]
    expect(calls.map((call) => left(call).status)).toEqual(calls.map(() => OUT_OF_RESOURCES))
    port.releaseMem(buffer.handle)
    port.release()
  })

  it('lets no context be opened on it, with CL_DEVICE_NOT_AVAILABLE, and is still listed', () => {
    const backend = emulator({ devices: 2, ...losing(0, { device: 1 }) })
    const devices = right(backend.devices())
    const open = (...some: readonly (DeviceInfo | undefined)[]) =>
      backend.openContext(some as readonly DeviceInfo[], () => {})
    expect(E.isRight(open(devices[0]))).toBe(true)
    expect(left(open(devices[1]))).toEqual({
      status: DEVICE_NOT_AVAILABLE,
      message: "Device RxCL emulator 1 is lost, as the emulator's option faults says.",
    })
    expect(left(open(...devices)).status).toBe(DEVICE_NOT_AVAILABLE)
    expect(right(backend.devices())).toHaveLength(2)
  })

  it('of two devices of a context leaves the other at work, but no memory can be made for both', () => {
    const session = new Session({ devices: 2, ...losing(1, { device: 1 }) })
    const { port, devices } = session
    const [first, second] = devices as readonly [DeviceInfo, DeviceInfo]
    const [here, gone] = [queueOn(port, first), queueOn(port, second)]
    const buffer = session.buffer(counting(4))
    const events = [session.submit(gone, marker()), session.submit(gone, marker()), session.submit(here, marker())]
    session.scheduler.flush()
    expect(statuses(session, events)).toEqual([0, OUT_OF_RESOURCES, 0])
    expect([...session.read(buffer, 4)]).toEqual([1, 2, 3, 4])
    expect(left(port.createBuffer({ size: 1, ...none })).status).toBe(OUT_OF_RESOURCES)
    expect(E.isRight(port.createUserEvent(100))).toBe(true)
    queueOn(port, first)
  })

  it('happens to the same command whatever the seed', () => {
    const run = (seed: number) => {
      const session = new Session({ seed, ...losing(3) })
      const queue = session.queue()
      const events = [1, 2, 3, 4, 5].map(() => session.submit(queue, marker()))
      session.scheduler.flush()
      return statuses(session, events)
    }
    expect([1, 2, 3].map(run)).toEqual([1, 2, 3].map(() => [0, 0, 0, OUT_OF_RESOURCES, OUT_OF_RESOURCES]))
  })
})
