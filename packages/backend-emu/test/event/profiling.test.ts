import { describe, expect, it } from 'vitest'
import { put } from '../support/programs.ts'
import { Session } from '../support/session.ts'

const MS = 1_000_000n

describe('the profile of a command', () => {
  it('has the times of its four states, in nanoseconds of the scheduler', () => {
    const session = new Session({ sliceBytes: 4 })
    const { scheduler } = session
    const buffer = session.buffer(8)
    const gate = session.userEvent()
    const ptr = new Uint8Array(8)
    scheduler.time = 10
    const queue = session.queue({ profiling: true })
    const event = session.submit(queue, { _tag: 'ReadBuffer', buffer, offset: 0, size: 8, ptr }, { waits: [gate] })
    scheduler.time = 20
    scheduler.step()
    session.port.setUserEventStatus(gate, 0)
    scheduler.time = 30
    scheduler.step()
    scheduler.time = 40.5
    scheduler.flush()
    expect(session.end(event)?.profile).toEqual({
      queued: 10n * MS,
      submit: 20n * MS,
      start: 30n * MS,
      end: 40_500_000n,
    })
  })

  it.each([
    [true, 'object'],
    [false, 'undefined'],
  ])('with profiling %s is of type %s', (profiling, type) => {
    const session = new Session()
    const event = session.submit(session.queue({ profiling }), put(session.buffer(1), 1))
    session.scheduler.flush()
    expect(typeof session.end(event)?.profile).toBe(type)
  })

  it('is not there for a failed command', () => {
    const session = new Session()
    const event = session.submit(session.queue({ profiling: true }), put(session.buffer(1), 1), { failedWait: 9 })
    session.scheduler.flush()
    expect(session.end(event)).toEqual({ event, status: -14, cause: 9, profile: undefined })
  })

  it.each([
    ['goes back', [50, 40, 30, 20, 10]],
    ['answers what is no number', [Number.NaN, Number.POSITIVE_INFINITY, Number.NaN, -1, 5]],
    ['throws', [undefined, undefined, 7, undefined, undefined]],
  ])('is in order when the clock %s', (_, times) => {
    let reads = 0
    const session = new Session()
    session.scheduler.now = () => {
      const time = times[(reads += 1) % times.length]
      if (time === undefined) throw new Error('no clock')
      return time
    }
    const event = session.submit(session.queue({ profiling: true }), put(session.buffer(1), 1))
    session.scheduler.flush()
    const { queued = 1n, submit = 0n, start = 0n, end = 0n } = session.end(event)?.profile ?? {}
    expect([submit >= queued, start >= submit, end >= start]).toEqual([true, true, true])
  })
})
