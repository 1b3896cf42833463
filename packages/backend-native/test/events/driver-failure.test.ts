import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTask, Session } from '../support/session.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const behindOf = (session: Session) => {
  const queue = session.queue()
  const first = session.copy(queue)
  const next = session.copy(queue)
  const other = session.copy(session.queue(), [next])
  return { queue, first, next, other }
}

describe('a command that the driver fails', () => {
  it('settles with the code of the driver, and what waits for it with -14, while the driver still has that', () => {
    const session = new Session()
    const { first, next, other } = behindOf(session)
    session.end(0, -5)
    expect(session.ends).toEqual([
      [first, -5, 0],
      [next, -14, first],
      [other, -14, next],
    ])
    expect(session.driver.abandoned).toHaveLength(2)
  })

  it.each([
    ['fails with -1', -1],
    ['fails with -14', -14],
    ['runs all the same', 0],
  ])('has waiters that the driver %s later: nothing is told twice', (_what, status) => {
    const session = new Session()
    behindOf(session)
    session.end(0, -5)
    const told = session.ends
    session.end(0, status)
    session.end(0, status)
    expect(session.ends).toEqual(told)
    expect(session.driver.flying.size).toBe(0)
    expect(session.driver.faults).toEqual([])
  })

  it('has waiters whose end comes first: it is told when its own has come, with -14', () => {
    const session = new Session()
    const { first, next, other } = behindOf(session)
    session.end(1, -1)
    session.end(1, 0)
    expect(session.ends).toEqual([])
    session.end(0, -5)
    expect(session.ends).toEqual([
      [first, -5, 0],
      [next, -14, first],
      [other, -14, next],
    ])
  })

  it('that no prerequisite failed keeps its own code, though the driver says -1', () => {
    const session = new Session()
    const { first, next } = behindOf(session)
    session.end(1, -1)
    session.end(0, 0)
    expect(session.ends.slice(0, 2)).toEqual([
      [first, 0, 0],
      [next, -1, 0],
    ])
  })

  it('keeps from the driver what is submitted behind its waiter afterwards', () => {
    const session = new Session()
    const { next } = behindOf(session)
    session.end(1, -1)
    const late = session.copy(session.queue(), [next])
    expect(session.driver.taken).toHaveLength(3)
    session.end(0, -5)
    expect(session.ends).toContainEqual([late, -14, next])
  })
})

describe('the queue of a failed command', () => {
  it('gets later commands through a new queue of the driver; the old one goes when it is empty', async () => {
    const session = new Session()
    const { queue } = behindOf(session)
    const [old] = session.driver.taken
    session.end(0, -5)
    await nextTask()
    const later = session.copy(queue)
    const fresh = session.driver.taken.at(-1)?.queue
    expect(fresh).not.toBe(old?.queue)
    expect(session.driver.objects.has(old?.queue ?? 0)).toBe(true)
    session.end(0, -1)
    expect(session.driver.objects.has(old?.queue ?? 0)).toBe(false)
    session.end(1, 0)
    expect(session.ends.at(-1)).toEqual([later, 0, 0])
    expect(session.driver.faults).toEqual([])
  })

  it('stays the same after a success: a control', () => {
    const session = new Session()
    const queue = session.queue()
    session.copy(queue)
    session.end(0)
    session.copy(queue)
    const [one, other] = session.driver.taken
    expect(other?.queue).toBe(one?.queue)
  })

  it('fails later commands with the code of a driver that gives no new queue', async () => {
    const session = new Session()
    const queue = session.queue()
    session.copy(queue)
    session.end(0, -5)
    session.driver.queueAnswers.push(-6)
    const later = session.copy(queue)
    await nextTask()
    expect(session.ends.at(-1)).toEqual([later, -6, 0])
  })

  it('out of order: others run, and a marker without a wait list is complete', () => {
    const session = new Session()
    const queue = session.queue({ outOfOrder: true })
    const first = session.copy(queue)
    const other = session.copy(queue)
    const mark = session.submit(queue, { _tag: 'Marker', hasWaitList: false })
    const fence = session.submit(queue, { _tag: 'Barrier', hasWaitList: false })
    const later = session.copy(queue)
    expect(session.driver.taken).toHaveLength(2)
    session.end(0, -5)
    session.end(0, 0)
    for (const _ of [mark, fence, later]) session.end(0, 0)
    expect(session.ends).toEqual([
      [first, -5, 0],
      [other, 0, 0],
      [mark, 0, 0],
      [fence, 0, 0],
      [later, 0, 0],
    ])
  })
})

describe('objects of a command that the driver has though the program knows its end', () => {
  it('are kept until the driver has ended it', () => {
    const session = new Session()
    const queue = session.queue()
    session.copy(queue)
    const [a, b] = [session.buffer(), session.buffer()]
    session.submit(queue, { _tag: 'CopyBuffer', srcBuffer: a, dstBuffer: b, srcOffset: 0, dstOffset: 0, size: 4 })
    session.end(0, -5)
    session.port.releaseMem(a.handle)
    session.port.releaseQueue(queue)
    expect(session.driver.objects.has(a.handle as number)).toBe(true)
    session.end(0, -1)
    expect(session.driver.objects.has(a.handle as number)).toBe(false)
    expect(session.driver.objects.has(b.handle as number)).toBe(true)
    expect(session.driver.faults).toEqual([])
  })

  it('go at once when no such command uses them: a control', () => {
    const session = new Session()
    const a = session.buffer()
    session.port.releaseMem(a.handle)
    expect(session.driver.objects.has(a.handle as number)).toBe(false)
  })
})

describe('a driver that forgets to tell of failures', () => {
  it('is looked at when nothing ends for a while', () => {
    const session = new Session({ isForgetful: true })
    const event = session.copy(session.queue())
    session.end(0, -5)
    expect(session.ends).toEqual([])
    vi.advanceTimersByTime(249)
    expect(session.ends).toEqual([])
    vi.advanceTimersByTime(1)
    expect(session.ends).toEqual([[event, -5, 0]])
  })

  it('is looked at soon and again after a failure, and left alone when nothing is in flight', () => {
    const session = new Session()
    behindOf(session)
    session.end(0, -5)
    vi.advanceTimersByTime(20)
    expect(session.driver.sweeps).toBe(1)
    vi.advanceTimersByTime(40)
    expect(session.driver.sweeps).toBe(2)
    session.end(0, -1)
    session.end(0, -1)
    vi.advanceTimersByTime(60_000)
    expect(session.driver.sweeps).toBe(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not looked at while commands end', () => {
    const session = new Session()
    const queue = session.queue()
    for (let i = 0; i < 20; i += 1) {
      session.copy(queue)
      session.copy(queue)
      session.end(0)
      vi.advanceTimersByTime(100)
      session.end(0)
    }
    expect(session.driver.sweeps).toBe(0)
  })
})

it('a driver that never answers the waiters of a failed command leaves every flow ended', () => {
  const session = new Session()
  const { other } = behindOf(session)
  const behind = session.copy(session.queue(), [other])
  session.end(0, -5)
  vi.advanceTimersByTime(10_000)
  expect(session.ends.map(([event]) => event)).toContain(behind)
  expect(session.settled).toHaveLength(4)
})
