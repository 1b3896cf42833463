import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../src/execution/random.ts'
import { marker } from '../support/programs.ts'
import { Session } from '../support/session.ts'

const order = (seed: number): readonly number[] => {
  const session = new Session({ seed })
  const queues = [session.queue({ outOfOrder: true }), session.queue()]
  for (let i = 0; i < 12; i += 1) session.submit(queues[i % 2], marker(true))
  session.scheduler.flush()
  return session.settled.map(({ event }) => event)
}

describe('a seed', () => {
  it('gives the same order each time', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        expect(order(seed)).toEqual(order(seed))
      }),
    )
  })

  it('gives other orders than other seeds', () => {
    expect(new Set(Array.from({ length: 20 }, (_, seed) => order(seed).join())).size).toBeGreaterThan(15)
  })

  it('lets commands run first that are submitted while earlier ones are ready', () => {
    const overtaken = Array.from({ length: 100 }, (_, seed) => {
      const session = new Session({ seed })
      const [slow, fast] = [session.queue(), session.queue()]
      const first = session.submit(slow, marker(true))
      session.scheduler.step()
      session.submit(fast, marker(true))
      session.scheduler.flush()
      return session.settled[0]?.event !== first
    })
    expect(new Set(overtaken)).toEqual(new Set([true, false]))
  })
})

describe('randomFrom', () => {
  it('spreads over the numbers from 0 up to 1', () => {
    const random = randomFrom(1)
    const tenths = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 10_000; i += 1) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    expect(Math.min(...tenths)).toBeGreaterThan(850)
    expect(Math.max(...tenths)).toBeLessThan(1150)
  })
})
