import { describe, expect, it } from 'vitest'
import { Haste } from '../../src/events/haste.ts'

const NOW = 1000

/** A command that ends so many milliseconds after it was given. */
const run = (haste: Haste, milliseconds: number): void => {
  haste.begin(NOW)
  haste.end(NOW + milliseconds)
}

/** After so many commands of 10 µs the next is in flight. */
const after = (commands: number): Haste => {
  const haste = new Haste()
  for (let i = 0; i < commands; i += 1) run(haste, 0.01)
  haste.begin(NOW)
  return haste
}

/** For how many milliseconds a task may look on end. */
const lookOf = (haste: Haste, inFlight = 1): number => haste.until(NOW, inFlight) - NOW

describe('looking at a command on end', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 0.03],
    [100, 0.03],
  ])('after %i short commands in a row: for %d ms', (commands, milliseconds) => {
    expect(lookOf(after(commands))).toBeCloseTo(milliseconds)
  })

  it.each([
    [1, 0.03],
    [4, 0.03],
    [5, 0],
  ])('with %i commands in flight: for %d ms', (inFlight, milliseconds) => {
    expect(lookOf(after(3), inFlight)).toBeCloseTo(milliseconds)
  })

  it.each([
    [0.05, 0.03],
    [0.07, 0],
  ])('after one of %d ms among short ones: for %d ms', (took, milliseconds) => {
    const haste = after(3)
    run(haste, took)
    haste.begin(NOW)
    expect(lookOf(haste)).toBeCloseTo(milliseconds)
  })

  it('is done once until the next command is given', () => {
    const haste = after(3)
    expect(lookOf(haste)).toBeGreaterThan(0)
    expect(lookOf(haste)).toBe(0)
    haste.begin(NOW)
    expect(lookOf(haste)).toBeGreaterThan(0)
  })
})
