import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { Pursuit } from '../../src/events/pursuit.ts'

/** Commands that end when they have been looked at so often. */
const commands = (...looks: readonly number[]) => {
  let left = [...looks]
  const pursued = {
    looks: 0,
    get inFlight() {
      return left.length
    },
    peek() {
      pursued.looks += 1
      const before = left.length
      left = left.map((look) => look - 1).filter((look) => look > 0)
      return left.length < before
    },
  }
  return pursued
}

describe('a pursuit of ends', () => {
  it('looks until nothing is in flight, and then no more', async () => {
    const pursued = commands(1, 3, 7)
    new Pursuit(pursued).start()
    await pause(50)
    expect(pursued.inFlight).toBe(0)
    expect(pursued.looks).toBe(7)
  })

  it('looks between tasks: the program goes on meanwhile', async () => {
    const pursued = commands(1_000_000)
    new Pursuit(pursued).start()
    let turns = 0
    for (const until = performance.now() + 4; performance.now() < until; turns += 1)
      await new Promise((resolve) => setImmediate(resolve))
    expect(turns).toBeGreaterThan(1)
    expect(pursued.looks).toBeGreaterThan(1)
  })

  it('looks once a millisecond when nothing has ended for a while', async () => {
    const pursued = commands(1_000_000)
    new Pursuit(pursued).start()
    await pause(100)
    const [before, since] = [pursued.looks, performance.now()]
    await pause(100)
    const looks = pursued.looks - before
    expect(looks).toBeGreaterThan(0)
    expect(looks).toBeLessThanOrEqual(Math.ceil(performance.now() - since) + 1)
  })

  it('goes on when a listener of an end has thrown', () => {
    vi.useFakeTimers({ toFake: ['setImmediate'] })
    try {
      const peek = vi.fn<() => boolean>(() => false)
      peek.mockImplementationOnce(() => {
        throw new Error('thrown by a listener')
      })
      new Pursuit({ inFlight: 1, peek }).start()
      expect(() => vi.runOnlyPendingTimers()).toThrow('thrown by a listener')
      expect(peek).toHaveBeenCalledTimes(1)
      vi.runOnlyPendingTimers()
      expect(peek).toHaveBeenCalledTimes(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is told of no end while it is started', () => {
    const pursued = commands(1)
    const pursuit = new Pursuit(pursued)
    for (let i = 0; i < 10; i += 1) pursuit.start()
    expect(pursued.looks).toBe(0)
  })

  it('runs once, however often it is started', async () => {
    const pursued = commands(4)
    const pursuit = new Pursuit(pursued)
    pursuit.start()
    pursuit.start()
    await pause(30)
    expect(pursued.looks).toBe(4)
    pursuit.start()
    await pause(30)
    expect(pursued.looks).toBe(4)
  })
})
