import { expect, it } from 'vitest'
import { hostClock } from '../../src/timeline/host-clock.ts'

const read = (...answers: readonly (() => number)[]): readonly number[] => {
  let calls = 0
  const clock = hostClock(() => answers[calls++]?.() ?? 0)
  return answers.map(() => clock())
}

it('tells the time that it reads', () => {
  expect(
    read(
      () => 1.5,
      () => 2,
    ),
  ).toEqual([1.5, 2])
})

it.each([
  ['a clock that goes back', () => 1],
  ['what is no number', () => Number.NaN],
  ['infinity', () => Infinity],
  [
    'a clock that throws',
    () => {
      throw new Error('no time')
    },
  ],
])('time stands still for %s', (_, answer) => {
  expect(
    read(
      () => 5,
      answer,
      () => 6,
    ),
  ).toEqual([5, 5, 6])
})

it('without a clock of the program it reads that of the host', () => {
  const clock = hostClock()
  const before = performance.now()
  expect(clock()).toBeGreaterThanOrEqual(before)
  expect(clock()).toBeLessThanOrEqual(performance.now())
})
