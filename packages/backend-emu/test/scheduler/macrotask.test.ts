import { afterEach, describe, expect, it, vi } from 'vitest'
import { macrotask, macrotaskScheduler } from '../../src/scheduler/macrotask.ts'

afterEach(() => vi.unstubAllGlobals())

const hosts: readonly [string, readonly string[]][] = [
  ['setImmediate', []],
  ['MessageChannel', ['setImmediate']],
  ['setTimeout', ['setImmediate', 'MessageChannel']],
]

describe.each(hosts)('macrotask with %s', (_, missing) => {
  it('calls each work once, in order, after the microtasks', async () => {
    for (const name of missing) vi.stubGlobal(name, undefined)
    const log: string[] = []
    macrotask(() => log.push('first'))
    macrotask(() => log.push('second'))
    queueMicrotask(() => queueMicrotask(() => log.push('microtask')))
    log.push('call')
    await vi.waitFor(() => expect(log.length).toBe(4))
    expect(log).toEqual(['call', 'microtask', 'first', 'second'])
  })
})

describe('the scheduler', () => {
  it('keeps a delay, and does without one what is due at once', async () => {
    const log: string[] = []
    const start = performance.now()
    macrotaskScheduler.schedule(() => log.push('late'), 20)
    macrotaskScheduler.schedule(() => log.push('now'), 0)
    macrotaskScheduler.schedule(() => log.push('soon'))
    await vi.waitFor(() => expect(log.length).toBe(3))
    expect(log).toEqual(['now', 'soon', 'late'])
    expect(performance.now() - start).toBeGreaterThan(15)
  })
})

describe('the clock', () => {
  it.each([
    ['performance', [], () => performance.now()],
    ['Date', ['performance'], () => Date.now()],
  ] as const)('is %s', (_, missing, read) => {
    const before = read()
    for (const name of missing) vi.stubGlobal(name, undefined)
    const now = macrotaskScheduler.now()
    vi.unstubAllGlobals()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(read())
  })
})
