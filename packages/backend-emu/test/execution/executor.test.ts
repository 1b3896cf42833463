import { queueScheduler } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { describe, expect, it, vi } from 'vitest'
import { emulator } from '../../src/index.ts'
import { marker, put } from '../support/programs.ts'
import { right } from '../support/right.ts'
import { counting, Session } from '../support/session.ts'

const openOn = (options: Parameters<typeof emulator>[0], listener: () => void) => {
  const backend = emulator(options)
  const devices = right(backend.devices())
  const port = right(backend.openContext(devices, listener))
  const device = devices[0] as (typeof devices)[0]
  const queue = right(port.createQueue({ device, outOfOrder: false, profiling: false }))
  return {
    port,
    submit: (event: number) => port.submit([{ event, queue, command: marker(), waits: [], failedWait: 0 }]),
  }
}

describe('the device', () => {
  it('runs nothing inside a call of the port: one task is scheduled, and all that settles in it is one batch', () => {
    const session = new Session()
    const queue = session.queue()
    const events = [1, 2, 3].map(() => session.submit(queue, marker()))
    expect([session.batches.length, session.scheduler.pending]).toEqual([0, 1])
    session.scheduler.step()
    expect(session.batches.map((batch) => batch.map(({ event }) => event))).toEqual([events])
    expect(session.scheduler.pending).toBe(0)
  })

  it('schedules no task for a command that waits for the program', () => {
    const session = new Session()
    const gate = session.userEvent()
    session.submit(session.queue(), marker(true), { waits: [gate] })
    session.scheduler.step()
    expect(session.scheduler.pending).toBe(0)
    session.port.setUserEventStatus(gate, 0)
    expect([session.scheduler.pending, session.batches.length]).toEqual([1, 0])
    session.scheduler.step()
    expect(session.batches.length).toBe(1)
  })

  it('tells nothing when only a user event has settled', () => {
    const session = new Session()
    session.port.setUserEventStatus(session.userEvent(), 0)
    session.scheduler.flush()
    expect(session.batches).toEqual([])
  })

  it('takes what is submitted by the listener in a later task', () => {
    const session = new Session()
    const queue = session.queue()
    const next: number[] = []
    session.onBatch = () => {
      if (next.length < 2) next.push(session.submit(queue, marker()))
    }
    session.submit(queue, marker())
    session.scheduler.flush()
    expect(session.batches.map((batch) => batch.map(({ event }) => event))).toEqual([[1], [2], [3]])
  })

  it('goes on when the listener throws', () => {
    const session = new Session({ sliceBytes: 1 })
    const queue = session.queue()
    const buffer = session.buffer(1)
    session.onBatch = () => {
      throw new Error('from the listener')
    }
    const events = [session.submit(queue, put(buffer, 1)), session.submit(queue, put(buffer, 2))]
    expect(() => session.scheduler.step()).toThrow('from the listener')
    session.onBatch = () => {}
    session.scheduler.flush()
    expect(events.map((event) => session.end(event)?.status)).toEqual([0, 0])
  })

  it.each([
    [4, [4, 8, 12]],
    [5, [5, 10, 12]],
    [12, [12]],
    [13, [12]],
  ])('with sliceBytes %i has moved so many bytes after each task: %j', (sliceBytes, expected) => {
    const session = new Session({ sliceBytes })
    const ptr = new Uint8Array(12)
    const srcBuffer = session.buffer(counting(12))
    const event = session.submit(session.queue(), { _tag: 'ReadBuffer', buffer: srcBuffer, offset: 0, size: 12, ptr })
    const after: number[] = []
    while (session.scheduler.pending > 0) {
      session.scheduler.step()
      after.push(ptr.filter((byte) => byte !== 0).length)
    }
    expect(after).toEqual(expected)
    expect(session.end(event)?.status).toBe(0)
  })

  it.each([
    [0, true],
    [4, false],
  ])('with sliceMs %i ends its task before 200 commands are done: %s', (sliceMs, isEarly) => {
    const session = new Session({ sliceMs })
    const queue = session.queue()
    for (let i = 0; i < 200; i += 1) session.submit(queue, marker())
    session.scheduler.step()
    expect(session.settled.length < 200).toBe(isEarly)
    session.scheduler.flush()
    expect(session.settled.length).toBe(200)
  })

  it('lets timers of the host go first while it runs many commands', async () => {
    const done = vi.fn<() => void>()
    const { submit } = openOn({ sliceMs: 0 }, done)
    let isTimerFirst: boolean | undefined
    setTimeout(() => (isTimerFirst = done.mock.calls.length < 40), 0)
    for (let event = 1; event <= 20_000; event += 1) submit(event)
    await vi.waitFor(() => expect(isTimerFirst).toBe(true))
  })
})

describe('an injected scheduler', () => {
  it('of RxJS, the TestScheduler, runs commands in virtual time', () => {
    const scheduler = new TestScheduler(() => {})
    const done = vi.fn<() => void>()
    const { submit } = openOn({ scheduler }, done)
    submit(1)
    expect(done).not.toHaveBeenCalled()
    scheduler.flush()
    expect(done.mock.calls).toEqual([[[{ event: 1, status: 0, cause: 0, profile: undefined }]]])
  })

  it('that throws loses no command', async () => {
    const done = vi.fn<() => void>()
    const schedule = (): never => {
      throw new Error('no scheduler')
    }
    const { submit } = openOn({ scheduler: { now: () => 0, schedule } }, done)
    submit(1)
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1))
  })

  it('that runs work at once still settles nothing inside a call', async () => {
    const done = vi.fn<() => void>()
    const { submit } = openOn({ scheduler: queueScheduler }, done)
    submit(1)
    expect(done).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1))
  })
})
