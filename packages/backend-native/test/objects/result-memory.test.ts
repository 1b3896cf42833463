import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isSafeIn, POOLED_BYTES, ResultMemory } from '../../src/objects/result-memory.ts'
import { FakeBinding, type FakeOptions } from '../fake-binding.ts'

const LARGE = 2 * POOLED_BYTES

const opened = (options: FakeOptions = {}) => {
  const binding = new FakeBinding(options)
  return { binding, results: new ResultMemory(binding) }
}
const nextTask = (): void => void vi.runOnlyPendingTimers()

beforeEach(() => void vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('memory for large results', () => {
  it('is not asked for below 1 MiB', () => {
    const { binding, results } = opened()
    expect(results.take(POOLED_BYTES - 1)).toBeUndefined()
    expect(binding.lent).toEqual([])
  })

  it('is lent from 1 MiB on', () => {
    const { binding, results } = opened()
    expect(results.take(POOLED_BYTES)).toHaveLength(POOLED_BYTES)
    expect(binding.lent).toEqual([POOLED_BYTES])
  })

  it('is made for the next result in a task of its own', () => {
    const { binding, results } = opened()
    results.take(LARGE)
    expect(binding.lent).toEqual([LARGE])
    vi.advanceTimersByTime(1)
    expect(binding.lent).toEqual([LARGE, LARGE])
    results.take(LARGE)
    expect(binding.lent).toEqual([LARGE, LARGE])
  })

  it('is never given twice', () => {
    const { results } = opened()
    const given = Array.from({ length: 6 }, (_, i) => {
      if (i % 3 === 0) vi.advanceTimersByTime(1)
      return results.take(LARGE)?.buffer
    })
    expect(new Set(given).size).toBe(6)
  })

  it('of another size than the last is not what was made beforehand', () => {
    const { results } = opened()
    results.take(LARGE)
    vi.advanceTimersByTime(1)
    expect(results.take(POOLED_BYTES)).toHaveLength(POOLED_BYTES)
  })

  it('is not kept when no large result has been read for a second', () => {
    const { binding, results } = opened()
    results.take(LARGE)
    vi.advanceTimersByTime(1)
    vi.advanceTimersByTime(1000)
    results.take(LARGE)
    expect(binding.lent).toEqual([LARGE, LARGE, LARGE])
  })

  it('is not made beforehand where arrays over it are forbidden', () => {
    const { binding, results } = opened({ hasExternalBuffers: false })
    expect(results.take(LARGE)).toBeUndefined()
    nextTask()
    expect(binding.lent).toEqual([LARGE])
  })
})

it.each([
  ['the main thread', true, false, true],
  ['the main thread where arrays can be moved', true, true, true],
  ['a worker where arrays cannot be moved', false, false, true],
  ['a worker where arrays can be moved', false, true, false],
])('%s: isMain %s, canMove %s, lent %s', (_, isMain, canMove, isSafe) => {
  expect(isSafeIn({ isMain, canMove })).toBe(isSafe)
})
