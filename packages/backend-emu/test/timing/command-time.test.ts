import { describe, expect, it } from 'vitest'
import { EventNode } from '../../src/event/event-node.ts'
import { NO_FATE } from '../../src/faults/fate.ts'
import { commandTime } from '../../src/timing/command-time.ts'
import type { LatencyModel } from '../../src/timing/latency.ts'

const LONGEST = 2 ** 31 - 1

const timeOf = (model: LatencyModel | undefined, delay = 0): number => {
  const buffer = { _tag: 'Buffer', handle: undefined } as const
  const command = { _tag: 'FillBuffer', buffer, pattern: Uint8Array.of(1), offset: 0, size: 100 } as const
  const node = new EventNode(1, 1, undefined, command, 0)
  node.fate = { ...NO_FATE, delay }
  return commandTime(model)(node)
}

describe('the time of a command', () => {
  it.each([
    ['no model', undefined, 0, 0],
    ['a model of its kind', { FillBuffer: { ms: 2, bytesPerMs: 50 } }, 0, 4],
    ['a model of other kinds', { CopyBuffer: { ms: 2 } }, 0, 0],
    ['a model of its kind beside the default', { default: { ms: 1, bytesPerMs: 1 }, FillBuffer: {} }, 0, 0],
    ['a delay', undefined, 3, 3],
    ['a delay beside a model', { default: { ms: 2 } }, 3, 5],
  ])('with %s is the sum of its parts', (_, model, delay, expected) => {
    expect(timeOf(model, delay)).toBe(expected)
  })

  it.each([
    ['at most', { default: { ms: LONGEST } }, 0],
    ['cut to', { default: { bytesPerMs: Number.MIN_VALUE } }, 0],
    ['cut to', { default: { ms: LONGEST } }, 1],
  ])('is %s what timers of hosts keep', (_, model, delay) => {
    expect(timeOf(model, delay)).toBe(LONGEST)
  })
})
