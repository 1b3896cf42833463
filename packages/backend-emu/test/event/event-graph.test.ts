import { describe, expect, it } from 'vitest'
import { marker, put } from '../support/programs.ts'
import { host, Session } from '../support/session.ts'

const WAIT_FAILED = -14
const [QUEUED, SUBMITTED, RUNNING, COMPLETE] = [3, 2, 1, 0]

const setUp = () => {
  const session = new Session({ sliceBytes: 4 })
  const queue = session.queue({ outOfOrder: true })
  return { session, queue, buffer: session.buffer(16), gate: session.userEvent() }
}

describe('the status of an event', () => {
  it('is queued until the device takes the command, submitted while it waits, running while it runs', () => {
    const { session, queue, buffer, gate } = setUp()
    const ptr = new Uint8Array(12)
    const event = session.submit(queue, { _tag: 'ReadBuffer', buffer, offset: 0, size: 12, ptr }, { waits: [gate] })
    const status = (): number => session.port.eventStatus(event)
    expect(status()).toBe(QUEUED)
    session.scheduler.step()
    expect(status()).toBe(SUBMITTED)
    session.port.setUserEventStatus(gate, 0)
    expect(status()).toBe(SUBMITTED)
    session.scheduler.step()
    expect(status()).toBe(RUNNING)
    session.scheduler.flush()
    expect(session.end(event)?.status).toBe(COMPLETE)
  })

  it('of a user event is submitted until its end is set', () => {
    const { session, gate } = setUp()
    expect(session.port.eventStatus(gate)).toBe(SUBMITTED)
  })
})

describe('a wait list', () => {
  it('holds the command until every event of it is complete, in other queues too', () => {
    const { session, queue, buffer, gate } = setUp()
    const second = session.userEvent()
    const elsewhere = session.submit(session.queue(), put(buffer, 1), { waits: [second] })
    const event = session.submit(queue, put(buffer, 2), { waits: [gate, elsewhere] })
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.end(event)).toBe(undefined)
    session.port.setUserEventStatus(second, 0)
    session.scheduler.flush()
    expect(session.settled.map(({ event: id }) => id)).toEqual([elsewhere, event])
  })

  it('may name an event twice', () => {
    const { session, queue, buffer, gate } = setUp()
    const event = session.submit(queue, put(buffer, 1), { waits: [gate, gate] })
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.end(event)?.status).toBe(COMPLETE)
  })

  it('may name a user event that was set in the same turn', () => {
    const { session, queue, buffer, gate } = setUp()
    const other = session.userEvent()
    session.port.setUserEventStatus(gate, 0)
    session.port.setUserEventStatus(other, -7)
    const fine = session.submit(queue, put(buffer, 1), { waits: [gate] })
    const broken = session.submit(queue, put(buffer, 1), { waits: [gate, other] })
    session.scheduler.flush()
    expect([fine, broken].map((event) => session.end(event))).toMatchObject([
      { status: COMPLETE },
      { status: WAIT_FAILED, cause: other },
    ])
  })

  it('with a failed event fails the command at once, without data, while other events of it are open', () => {
    const { session, queue, buffer, gate } = setUp()
    const never = session.userEvent()
    const event = session.submit(queue, put(buffer, 1), { waits: [never, gate] })
    session.port.setUserEventStatus(gate, -5)
    session.scheduler.flush()
    expect(session.end(event)).toMatchObject({ status: WAIT_FAILED, cause: gate })
    session.port.setUserEventStatus(never, 0)
    session.scheduler.flush()
    expect(session.settled.length).toBe(1)
    expect([...session.read(buffer, 1)]).toEqual([0])
  })

  it('with two failed events names the one that failed first', () => {
    const { session, queue, buffer, gate } = setUp()
    const second = session.userEvent()
    const event = session.submit(queue, put(buffer, 1), { waits: [gate, second] })
    session.port.setUserEventStatus(second, -5)
    session.port.setUserEventStatus(gate, -6)
    session.scheduler.flush()
    expect(session.end(event)).toMatchObject({ status: WAIT_FAILED, cause: second })
  })

  it('passes a failure on to waiters of waiters in one batch, each naming the one it waited for', () => {
    const { session, queue, buffer, gate } = setUp()
    const first = session.submit(queue, put(buffer, 1), { waits: [gate] })
    const second = session.submit(queue, put(buffer, 1), { waits: [first] })
    const third = session.submit(session.queue(), marker(true), { waits: [second] })
    session.port.setUserEventStatus(gate, -5)
    session.scheduler.flush()
    expect(session.batches).toMatchObject([
      [
        { event: first, cause: gate },
        { event: second, cause: first },
        { event: third, cause: second },
      ],
    ])
  })

  it('passes the failure of a command that ran on as well', () => {
    const { session, queue, buffer } = setUp()
    const gone = new Uint8Array(1)
    structuredClone(gone.buffer, { transfer: [gone.buffer] })
    const first = session.submit(queue, { _tag: 'WriteBuffer', buffer, offset: 0, size: 1, ptr: gone })
    const second = session.submit(queue, put(buffer, 1), { waits: [first] })
    session.scheduler.flush()
    expect(session.settled).toMatchObject([
      { event: first, status: -6, cause: 0 },
      { event: second, status: WAIT_FAILED, cause: first },
    ])
  })

  it('passes a failure through a chain of 100,000 commands', () => {
    const { session, gate } = setUp()
    const queue = session.queue()
    session.submit(queue, marker(true), { waits: [gate] })
    let last = 0
    for (let i = 0; i < 100_000; i += 1) last = session.submit(queue, marker())
    session.port.setUserEventStatus(gate, -5)
    session.scheduler.flush()
    expect(session.settled.at(-1)).toMatchObject({ event: last, status: WAIT_FAILED, cause: last - 1 })
  })
})

describe('failedWait', () => {
  it('fails the command with it as the cause, and the commands behind it in its in-order queue', () => {
    const { session, buffer } = setUp()
    const queue = session.queue()
    const control = session.submit(queue, put(buffer, 3))
    const event = session.submit(queue, put(buffer, 1), { failedWait: 77 })
    const behind = session.submit(queue, put(buffer, 2))
    expect(session.port.eventStatus(event)).toBe(QUEUED)
    session.scheduler.flush()
    expect([control, event, behind].map((id) => session.end(id))).toMatchObject([
      { status: COMPLETE, cause: 0 },
      { status: WAIT_FAILED, cause: 77 },
      { status: WAIT_FAILED, cause: event },
    ])
    expect([...session.read(buffer, 1)]).toEqual([3])
  })
})

describe('an exception inside a command', () => {
  it('is CL_OUT_OF_RESOURCES of its event, and the next command runs', () => {
    const { session, queue, buffer } = setUp()
    const noHandle = { _tag: 'Buffer', handle: undefined } as const
    const bytes = host(new Uint8Array(1)).bytes
    const broken = session.submit(queue, { _tag: 'WriteBuffer', buffer: noHandle, offset: 0, size: 1, ptr: bytes })
    const next = session.submit(queue, put(buffer, 1))
    session.scheduler.flush()
    expect([broken, next].map((event) => session.end(event)?.status)).toEqual([-5, COMPLETE])
  })
})
