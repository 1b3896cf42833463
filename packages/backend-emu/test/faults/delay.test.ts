import { describe, expect, it } from 'vitest'
import { marker, put } from '../support/programs.ts'
import { timedSession } from '../support/timed-session.ts'

describe('Delay', () => {
  it.each([
    ['without a model', {}, 7],
    ['beside the time of the model', { latency: { default: { ms: 2 } } }, 9],
  ])('%s makes a command take longer, and what is behind it later', (_, options, end) => {
    const faults = [{ _tag: 'Delay', command: 'WriteBuffer', ms: 7 }] as const
    const { session, at } = timedSession({ ...options, faults })
    const queue = session.queue()
    const delayed = session.submit(queue, put(session.buffer(1), 1))
    const behind = session.submit(queue, marker())
    expect(at(end - 1)).toEqual([])
    expect(session.port.eventStatus(delayed)).toBe(1)
    expect(at(end)).toEqual([delayed, behind])
  })

  it('happens to the nth and so many in a row, on any queue', () => {
    const { session, at } = timedSession({ faults: [{ _tag: 'Delay', nth: 2, times: 2, ms: 7 }] })
    const events = [1, 2, 3, 4].map(() => session.submit(session.queue(), marker()))
    expect([at(0), at(7)]).toEqual([
      [1, 4],
      [1, 4, 2, 3],
    ])
    expect(events).toEqual([1, 2, 3, 4])
  })

  it('adds up', () => {
    const { session, at } = timedSession({
      faults: [
        { _tag: 'Delay', ms: 3 },
        { _tag: 'Delay', ms: 4 },
      ],
    })
    const event = session.submit(session.queue(), marker())
    expect([at(6), at(7)]).toEqual([[], [event]])
  })

  it('comes before a failure of the same command, but not before a refusal', () => {
    const delay = { _tag: 'Delay', ms: 3 } as const
    const code = 'CL_OUT_OF_RESOURCES'
    const failing = timedSession({ faults: [delay, { _tag: 'FailExecution', code }] })
    const failed = failing.session.submit(failing.session.queue(), marker())
    expect([failing.at(2), failing.at(3)]).toEqual([[], [failed]])
    expect(failing.session.end(failed)?.status).toBe(-5)
    const refusing = timedSession({ faults: [delay, { _tag: 'FailEnqueue', code }] })
    const refused = refusing.session.submit(refusing.session.queue(), marker())
    expect(refusing.at(0)).toEqual([refused])
  })
})
