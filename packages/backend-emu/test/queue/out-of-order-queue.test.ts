import { describe, expect, it } from 'vitest'
import { barrier, marker, put } from '../support/programs.ts'
import { Session } from '../support/session.ts'

const WAIT_FAILED = -14

const setUp = (seed?: number) => {
  const session = new Session(seed === undefined ? {} : { seed })
  const queue = session.queue({ outOfOrder: true })
  return { session, queue, buffer: session.buffer(1), gate: session.userEvent() }
}

const orders = (submit: (session: Session, queue: unknown) => void): Set<string> => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 200; seed += 1) {
    const { session, queue } = setUp(seed)
    submit(session, queue)
    session.scheduler.flush()
    seen.add(session.settled.map(({ event }) => event).join(' '))
  }
  return seen
}

describe('an out-of-order queue', () => {
  it('without a seed runs ready commands in the order of submission, whenever they became ready', () => {
    const { session, queue, buffer, gate } = setUp()
    const first = session.submit(queue, put(buffer, 1), { waits: [gate] })
    session.scheduler.flush()
    const second = session.submit(queue, put(buffer, 2))
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.settled.map(({ event }) => event)).toEqual([first, second])
  })

  it('passes commands that wait', () => {
    const { session, queue, buffer, gate } = setUp()
    const first = session.submit(queue, put(buffer, 1), { waits: [gate] })
    const second = session.submit(queue, put(buffer, 2))
    session.scheduler.flush()
    expect([session.end(first), session.end(second)?.status]).toEqual([undefined, 0])
  })

  it('with seeds runs three free commands in all six orders', () => {
    const seen = orders((session, queue) => {
      for (let i = 0; i < 3; i += 1) session.submit(queue, marker(true))
    })
    expect([...seen].toSorted()).toEqual(['2 3 4', '2 4 3', '3 2 4', '3 4 2', '4 2 3', '4 3 2'])
  })

  it('with seeds never runs a command before what it waits for', () => {
    const seen = orders((session, queue) => {
      const first = session.submit(queue, marker(true))
      const second = session.submit(queue, marker(true), { waits: [first] })
      session.submit(queue, marker(true), { waits: [first, second] })
    })
    expect([...seen]).toEqual(['2 3 4'])
  })

  it('a barrier with seeds keeps what is before it before, and what is after it after', () => {
    const seen = orders((session, queue) => {
      session.submit(queue, marker(true))
      session.submit(queue, marker(true))
      session.submit(queue, barrier())
      session.submit(queue, marker(true))
      session.submit(queue, marker(true))
    })
    expect([...seen].toSorted()).toEqual(['2 3 4 5 6', '2 3 4 6 5', '3 2 4 5 6', '3 2 4 6 5'])
  })

  it('a marker with seeds waits for what is before it and holds nothing back', () => {
    const seen = orders((session, queue) => {
      session.submit(queue, marker(true))
      session.submit(queue, marker())
      session.submit(queue, marker(true))
    })
    expect([...seen].toSorted()).toEqual(['2 3 4', '2 4 3', '4 2 3'])
  })

  it('a barrier with a wait list waits for the list only, and holds later commands back', () => {
    const { session, queue, buffer, gate } = setUp()
    const never = session.userEvent()
    const before = session.submit(queue, put(buffer, 1), { waits: [never] })
    const held = session.submit(queue, barrier(true), { waits: [gate] })
    const after = session.submit(queue, put(buffer, 2))
    session.scheduler.flush()
    expect(session.settled).toEqual([])
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect([held, after, before].map((event) => session.end(event)?.status)).toEqual([0, 0, undefined])
  })

  it('a command waits for the latest barrier, also after earlier ones are complete', () => {
    const { session, queue, buffer, gate } = setUp()
    session.submit(queue, barrier())
    session.scheduler.flush()
    session.submit(queue, barrier(true), { waits: [gate] })
    const after = session.submit(queue, put(buffer, 1))
    session.scheduler.flush()
    expect(session.end(after)).toBe(undefined)
    session.port.setUserEventStatus(gate, 0)
    session.scheduler.flush()
    expect(session.end(after)?.status).toBe(0)
  })

  it('a failure does not reach commands that do not wait for it', () => {
    const { session, queue, buffer, gate } = setUp()
    const failing = session.submit(queue, put(buffer, 1), { waits: [gate] })
    const free = session.submit(queue, put(buffer, 2))
    session.port.setUserEventStatus(gate, -5)
    session.scheduler.flush()
    expect([session.end(failing), session.end(free)]).toMatchObject([
      { status: WAIT_FAILED, cause: gate },
      { status: 0 },
    ])
  })

  it.each([
    ['marker', marker()],
    ['barrier', barrier()],
  ])('a %s without a list is complete when earlier commands have failed', (_, command) => {
    const { session, queue, buffer, gate } = setUp()
    const never = session.userEvent()
    session.submit(queue, put(buffer, 1), { waits: [gate] })
    const open = session.submit(queue, put(buffer, 2), { waits: [never] })
    const event = session.submit(queue, command)
    session.port.setUserEventStatus(gate, -5)
    session.scheduler.flush()
    expect(session.end(event)).toBe(undefined)
    session.port.setUserEventStatus(never, 0)
    session.scheduler.flush()
    expect([open, event].map((id) => session.end(id))).toMatchObject([{ status: 0 }, { status: 0, cause: 0 }])
  })

  it.each([
    ['marker', marker(true)],
    ['barrier', barrier(true)],
  ])('a %s with a list fails when an event of the list has failed', (_, command) => {
    const { session, queue, gate } = setUp()
    const event = session.submit(queue, command, { waits: [gate] })
    session.port.setUserEventStatus(gate, -5)
    session.scheduler.flush()
    expect(session.end(event)).toMatchObject({ status: WAIT_FAILED, cause: gate })
  })

  it('a failed barrier fails the commands behind it until its failure is delivered, and none afterwards', () => {
    const { session, queue, buffer, gate } = setUp()
    const held = session.submit(queue, barrier(true), { waits: [gate] })
    const behind = session.submit(queue, put(buffer, 1))
    session.port.setUserEventStatus(gate, -5)
    const late = session.submit(queue, put(buffer, 2))
    session.scheduler.flush()
    expect([held, behind, late].map((event) => session.end(event))).toMatchObject([
      { status: WAIT_FAILED, cause: gate },
      { status: WAIT_FAILED, cause: held },
      { status: WAIT_FAILED, cause: held },
    ])
    const after = session.submit(queue, put(buffer, 3))
    session.scheduler.flush()
    expect(session.end(after)?.status).toBe(0)
    expect([...session.read(buffer, 1)]).toEqual([3])
  })
})
