import { describe, expect, it } from 'vitest'
import { barrier, marker, put } from '../support/programs.ts'
import { Session } from '../support/session.ts'

const WAIT_FAILED = -14

const setUp = () => {
  const session = new Session()
  return { session, queue: session.queue(), buffer: session.buffer(1), gate: session.userEvent() }
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed)

describe('an in-order queue', () => {
  it.each(seeds)('runs commands in the order of submission, seed %i', (seed) => {
    const session = new Session({ seed })
    const queue = session.queue()
    const buffer = session.buffer(1)
    const before = session.settled.length
    const events = Array.from({ length: 10 }, (_, i) => session.submit(queue, put(buffer, i)))
    session.scheduler.flush()
    expect(session.settled.slice(before).map(({ event }) => event)).toEqual(events)
    expect([...session.read(buffer, 1)]).toEqual([9])
  })

  it('holds later commands behind one that waits', () => {
    const { session, queue, buffer, gate } = setUp()
    const first = session.submit(queue, put(buffer, 1), { waits: [gate] })
    const second = session.submit(queue, put(buffer, 2))
    session.scheduler.flush()
    expect([session.port.eventStatus(first), session.port.eventStatus(second)]).toEqual([2, 2])
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.settled.slice(-2)).toEqual([
      { event: first, status: 0, cause: 0, profile: undefined },
      { event: second, status: 0, cause: 0, profile: undefined },
    ])
  })

  it('does not hold commands of other queues', () => {
    const { session, queue, buffer, gate } = setUp()
    session.submit(queue, put(buffer, 1), { waits: [gate] })
    const other = session.submit(session.queue(), put(buffer, 2))
    session.scheduler.flush()
    expect(session.end(other)?.status).toBe(0)
  })

  it('a failure fails every command submitted before it was delivered; each names the one before it', () => {
    const { session, queue, buffer, gate } = setUp()
    const first = session.submit(queue, put(buffer, 1), { waits: [gate] })
    const second = session.submit(queue, put(buffer, 2))
    const third = session.submit(queue, marker())
    session.port.setUserEventStatus(gate, -5)
    const fourth = session.submit(queue, barrier())
    session.scheduler.flush()
    expect(session.settled).toMatchObject([
      { event: first, status: WAIT_FAILED, cause: gate },
      { event: second, status: WAIT_FAILED, cause: first },
      { event: third, status: WAIT_FAILED, cause: second },
      { event: fourth, status: WAIT_FAILED, cause: third },
    ])
    expect([...session.read(buffer, 1)]).toEqual([0])
  })

  it('runs commands submitted once the failure is delivered', () => {
    const { session, queue, buffer, gate } = setUp()
    session.submit(queue, put(buffer, 1), { waits: [gate] })
    let later = 0
    session.onBatch = () => {
      if (later === 0) later = session.submit(queue, put(buffer, 2))
    }
    session.port.setUserEventStatus(gate, -5)
    session.scheduler.flush()
    expect(session.end(later)?.status).toBe(0)
    expect([...session.read(buffer, 1)]).toEqual([2])
  })

  it('a command that is to fail settles after the ones before it, so that later ones stay behind those', () => {
    const { session, queue, buffer, gate } = setUp()
    const broken = session.userEvent()
    const first = session.submit(queue, put(buffer, 1), { waits: [gate] })
    const second = session.submit(queue, put(buffer, 2), { waits: [broken] })
    session.port.setUserEventStatus(broken, -5)
    session.scheduler.flush()
    expect(session.settled).toEqual([])
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.settled).toMatchObject([
      { event: first, status: 0 },
      { event: second, status: WAIT_FAILED, cause: broken },
    ])
  })

  it.each([
    ['marker', marker(true)],
    ['barrier', barrier(true)],
  ])('a %s with a wait list also waits for the command before it', (_, withList) => {
    const { session, queue, buffer, gate } = setUp()
    session.submit(queue, put(buffer, 1), { waits: [gate] })
    const event = session.submit(queue, withList)
    session.scheduler.flush()
    expect(session.end(event)).toBe(undefined)
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.end(event)?.status).toBe(0)
  })
})
