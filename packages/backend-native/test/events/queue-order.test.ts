import { COMPLETE, RUNNING, type DeviceInfo } from '@rxcl/core'
import type { SettledListener } from '@rxcl/core/port'
import { expect, it, vi } from 'vitest'
import { nativeOver } from '../../src/native-over.ts'
import { FakeBinding } from '../fake-binding.ts'
import { POCL } from '../support/records.ts'
import { right } from '../support/right.ts'
import { nextTask, Session } from '../support/session.ts'

it('commands behind a barrier of an out-of-order queue wait for its event in the driver, and not for others', () => {
  const session = new Session()
  const queue = session.queue({ outOfOrder: true })
  const first = session.copy(queue)
  session.copy(queue)
  session.submit(queue, { _tag: 'Barrier', hasWaitList: true }, [first])
  session.copy(queue)
  const [one, , barrier, later] = session.driver.taken
  expect(barrier?.name).toBe('MARKER')
  expect(barrier?.waits).toEqual([one?.slot])
  expect(later?.waits).toEqual([barrier?.slot])
})

it('an in-order queue leaves its order to the driver', () => {
  const session = new Session()
  const queue = session.queue()
  session.copy(queue)
  session.copy(queue)
  expect(session.driver.taken.map(({ waits }) => waits)).toEqual([[], []])
})

it('a command that is to fail settles only after the one before it in an in-order queue', async () => {
  const session = new Session()
  const [queue, gate] = [session.queue(), session.userEvent()]
  const running = session.copy(queue)
  const doomed = session.copy(queue, [gate])
  session.port.setUserEventStatus(gate, -5)
  await nextTask()
  expect(session.ends).toEqual([])
  session.end(0)
  expect(session.ends).toEqual([
    [running, 0, 0],
    [doomed, -14, gate],
  ])
})

it('without one before it, it settles at once: a control', async () => {
  const session = new Session()
  const gate = session.userEvent()
  const doomed = session.copy(session.queue(), [gate])
  session.port.setUserEventStatus(gate, -5)
  await nextTask()
  expect(session.ends).toEqual([[doomed, -14, gate]])
})

it('a marker with nothing to wait for does not wait for the commands of an out-of-order queue', () => {
  const session = new Session()
  const queue = session.queue({ outOfOrder: true })
  session.copy(queue)
  const mark = session.submit(queue, { _tag: 'Marker', hasWaitList: true })
  session.end(1)
  expect(session.ends).toEqual([[mark, 0, 0]])
  const [copy, marker] = session.driver.taken
  expect(marker?.queue).not.toBe(copy?.queue)
})

it('the stamps of a queue that profiles are told, to the nanosecond', () => {
  const session = new Session()
  const queue = session.queue({ profiling: true })
  session.copy(queue)
  const [flight] = session.flying
  if (flight !== undefined) session.driver.end(flight, 0, [1_700_000_000_000_000_001n, 2n ** 60n, 3n, 4n])
  session.driver.announce()
  expect(session.settled[0]?.profile).toEqual({
    queued: 1_700_000_000_000_000_001n,
    submit: 2n ** 60n,
    start: 3n,
    end: 4n,
  })
})

it('there are none on a queue that does not profile', () => {
  const session = new Session()
  session.copy(session.queue())
  session.end(0)
  expect(session.settled[0]?.profile).toBeUndefined()
})

it('an end that the program has not been told of counts as running', () => {
  const session = new Session()
  const event = session.copy(session.queue())
  const [flight] = session.flying
  if (flight !== undefined) session.driver.end(flight)
  vi.spyOn(session.driver, 'eventStatus').mockReturnValue(COMPLETE)
  expect(session.port.eventStatus(event)).toBe(RUNNING)
  session.driver.announce()
  expect(session.port.eventStatus(event)).toBe(COMPLETE)
})

it('what a listener throws does not keep another context from being told', async () => {
  const driver = new FakeBinding()
  const backend = right(nativeOver(driver))
  const devices = right(backend.devices())
  const told: number[] = []
  const listeners: readonly SettledListener[] = [
    () => {
      throw new Error('a defect of the program')
    },
    (batch) => told.push(...batch.map(({ event }) => event)),
  ]
  for (const listener of listeners) {
    const port = right(backend.openContext(devices, listener))
    const queue = right(port.createQueue({ device: devices[0] as DeviceInfo, outOfOrder: false, profiling: false }))
    port.submit([{ event: 7, queue, command: { _tag: 'Marker', hasWaitList: false }, waits: [], failedWait: 0 }])
  }
  for (const flight of driver.flying.values()) driver.end(flight)
  expect(() => driver.announce()).toThrow('a defect of the program')
  await nextTask()
  expect(told).toEqual([7])
})

it('a driver that is known to forget ends is looked at earlier', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const session = new Session({ platforms: [POCL], isForgetful: true })
    const event = session.copy(session.queue())
    session.end(0, -5)
    vi.advanceTimersByTime(50)
    expect(session.ends).toEqual([[event, -5, 0]])
  } finally {
    vi.useRealTimers()
  }
})
