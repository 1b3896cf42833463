import { COMPLETE, QUEUED, SUBMITTED } from '@rxcl/core'
import { describe, expect, it } from 'vitest'
import { nextTask, Session } from '../support/session.ts'

const names = (session: Session): readonly string[] => session.driver.taken.map(({ name }) => name)

describe('commands behind an open user event', () => {
  it('are kept from the driver until it is complete', () => {
    const session = new Session()
    const [queue, gate] = [session.queue(), session.userEvent()]
    const held = session.copy(queue, [gate])
    expect(session.driver.taken).toHaveLength(0)
    expect(session.port.eventStatus(held)).toBe(QUEUED)
    session.port.setUserEventStatus(gate, COMPLETE)
    expect(session.driver.taken).toHaveLength(1)
    expect(session.port.eventStatus(held)).toBe(SUBMITTED)
  })

  it('do not keep commands without it: a control', () => {
    const session = new Session()
    session.userEvent()
    session.copy(session.queue())
    expect(session.driver.taken).toHaveLength(1)
  })

  it('never name the user event to the driver', () => {
    const session = new Session()
    const gate = session.userEvent()
    session.copy(session.queue(), [gate])
    session.port.setUserEventStatus(gate, COMPLETE)
    expect(session.driver.taken.map(({ waits }) => waits)).toEqual([[]])
    expect(session.driver.faults).toEqual([])
  })

  it('hold everything behind them in an in-order queue, in order', () => {
    const session = new Session()
    const [queue, gate] = [session.queue(), session.userEvent()]
    session.copy(queue, [gate])
    session.submit(queue, { _tag: 'Marker', hasWaitList: false })
    session.submit(queue, { _tag: 'Barrier', hasWaitList: false })
    expect(session.driver.taken).toHaveLength(0)
    session.port.setUserEventStatus(gate, COMPLETE)
    expect(names(session)).toEqual(['COPY_BUFFER', 'MARKER', 'BARRIER'])
  })

  it('hold what waits for them on other queues', () => {
    const session = new Session()
    const gate = session.userEvent()
    const first = session.copy(session.queue(), [gate])
    session.copy(session.queue(), [first])
    expect(session.driver.taken).toHaveLength(0)
    session.port.setUserEventStatus(gate, COMPLETE)
    const [one, other] = session.driver.taken
    expect(other?.waits).toEqual([one?.slot])
  })

  it('hold nothing that does not wait for them on an out-of-order queue', () => {
    const session = new Session()
    const [queue, gate] = [session.queue({ outOfOrder: true }), session.userEvent()]
    session.copy(queue, [gate])
    session.copy(queue)
    expect(session.driver.taken).toHaveLength(1)
  })

  it('hold a marker without a wait list, and a held barrier holds what comes later', () => {
    const session = new Session()
    const [queue, gate] = [session.queue({ outOfOrder: true }), session.userEvent()]
    session.copy(queue, [gate])
    session.submit(queue, { _tag: 'Marker', hasWaitList: false })
    session.copy(queue)
    expect(names(session)).toEqual(['COPY_BUFFER'])
    session.submit(queue, { _tag: 'Barrier', hasWaitList: true }, [gate])
    session.copy(queue)
    expect(names(session)).toEqual(['COPY_BUFFER'])
  })

  it('go to the driver in the order of submission, whatever freed them', () => {
    const session = new Session()
    const [a, b] = [session.queue(), session.queue()]
    const [one, two] = [session.userEvent(), session.userEvent()]
    const first = session.copy(a, [one, two])
    session.copy(b, [first])
    session.submit(a, { _tag: 'Marker', hasWaitList: false })
    session.copy(session.queue(), [two])
    session.port.setUserEventStatus(one, COMPLETE)
    session.port.setUserEventStatus(two, COMPLETE)
    expect(names(session)).toEqual(['COPY_BUFFER', 'COPY_BUFFER', 'MARKER', 'COPY_BUFFER'])
    expect(session.driver.faults).toEqual([])
  })

  it('cost no more each when there are many: 50,000 in a row', () => {
    const session = new Session()
    const [queue, gate] = [session.queue(), session.userEvent()]
    session.copy(queue, [gate])
    for (let i = 1; i < 50_000; i += 1) session.submit(queue, { _tag: 'Marker', hasWaitList: false })
    session.port.setUserEventStatus(gate, COMPLETE)
    expect(session.driver.taken).toHaveLength(50_000)
  })
})

describe('a failed user event', () => {
  it('fails what waits for it with -14 and itself as the cause, and the driver never sees that', async () => {
    const session = new Session()
    const [queue, gate] = [session.queue(), session.userEvent()]
    const held = session.copy(queue, [gate])
    const behind = session.copy(queue)
    session.port.setUserEventStatus(gate, -5)
    expect(session.ends).toEqual([])
    await nextTask()
    expect(session.ends).toEqual([
      [held, -14, gate],
      [behind, -14, held],
    ])
    expect(session.driver.taken).toHaveLength(0)
  })

  it('leaves the queue usable: the same queue of the driver', async () => {
    const session = new Session()
    const [queue, gate] = [session.queue(), session.userEvent()]
    session.copy(queue, [gate])
    session.port.setUserEventStatus(gate, -5)
    await nextTask()
    const next = session.copy(queue)
    session.end(0)
    expect(session.ends.at(-1)).toEqual([next, 0, 0])
    expect(session.driver.made.filter((kind) => kind === 'queue')).toHaveLength(1)
  })

  it('fails 50,000 commands behind it without recursion', async () => {
    const session = new Session()
    const [queue, gate] = [session.queue(), session.userEvent()]
    session.copy(queue, [gate])
    for (let i = 1; i < 50_000; i += 1) session.submit(queue, { _tag: 'Marker', hasWaitList: false })
    session.port.setUserEventStatus(gate, -5)
    await nextTask()
    expect(session.settled.map(({ status }) => status)).toEqual(Array.from({ length: 50_000 }, () => -14))
  })

  it('that failed before fails a later command at once, but never inside the call', async () => {
    const session = new Session()
    const event = session.copy(session.queue(), [], 77)
    expect(session.ends).toEqual([])
    await nextTask()
    expect(session.ends).toEqual([[event, -14, 77]])
    expect(session.driver.taken).toHaveLength(0)
  })

  it('is not told of itself', async () => {
    const session = new Session()
    session.port.setUserEventStatus(session.userEvent(), -5)
    await nextTask()
    expect(session.ends).toEqual([])
  })
})
