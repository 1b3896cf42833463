import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from '../../src/tiles/random.ts'

test('every number is a whole number from 0 to below - 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 1000 }), (seed, below) => {
      const random = randomFrom(seed)
      for (let draw = 0; draw < 20; draw += 1) {
        const number = random(below)
        expect(Number.isInteger(number) && number >= 0 && number < below).toBe(true)
      }
    }),
  )
})

test('the numbers of a seed are fixed, so that a picture can be made again on any machine', () => {
  const random = randomFrom(7)
  expect(Array.from({ length: 8 }, () => random(100))).toMatchInlineSnapshot(`
    [
      1,
      6,
      97,
      69,
      52,
      40,
      46,
      23,
    ]
  `)
})

test('every number below 10 comes about as often as the others', () => {
  const random = randomFrom(1)
  const counts = Array<number>(10).fill(0)
  for (let draw = 0; draw < 10_000; draw += 1) {
    const number = random(10)
    counts[number] = (counts[number] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
})
