import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandEvent } from '../../../src/graph/command-event.ts'
import { AccessList } from '../../../src/graph/hazards/access-list.ts'
import { Access } from '../../../src/graph/hazards/access.ts'
import { FoundAccesses } from '../../../src/graph/hazards/found-accesses.ts'
import { MemoryAccesses } from '../../../src/graph/hazards/memory-accesses.ts'
import { byteRange } from '../../../src/model/strided-box.ts'

const MEMORY = new MemoryAccesses({})
const EVENT = {} as CommandEvent

const accessTo = (start: number, size: number): Access => new Access(EVENT, MEMORY, byteRange({}, start, size), false)

const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5000 }), fc.constant(2 ** 33))
const start = fc.oneof(fc.nat(200), fc.nat(20_000), fc.integer({ min: 2 ** 32 - 50, max: 2 ** 32 + 50 }))
const range = fc.tuple(start, size)

const itemsOf = (found: FoundAccesses): readonly Access[] =>
  Array.from({ length: found.size }, (_, index) => found.at(index))

/** Adds a range, or removes one of those that are there. */
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ add: range }) },
    { weight: 1, arbitrary: fc.record({ remove: fc.nat() }) },
  ),
  { maxLength: 120, size: 'max' },
)

describe('AccessList', () => {
  it('finds exactly what reaches into a range, whatever was added and removed', () => {
    fc.assert(
      fc.property(steps, fc.array(range, { minLength: 1 }), (program, queries) => {
        const list = new AccessList()
        const live: Access[] = []
        for (const step of program)
          if ('add' in step) {
            const access = accessTo(...step.add)
            list.add(access)
            live.push(access)
          } else if (live.length > 0) {
            const [access] = live.splice(step.remove % live.length, 1)
            if (access !== undefined) list.remove(access)
          }
        expect(list.isEmpty).toBe(live.length === 0)
        for (const [from, bytes] of queries) {
          const found = new FoundAccesses()
          list.find(from, from + bytes, found)
          const expected = live.filter((access) => access.start < from + bytes && from < access.end)
          expect(new Set(itemsOf(found))).toEqual(new Set(expected))
          expect(found.size).toBe(expected.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([1, 8, 9, 100])('finds an access like another among %d others elsewhere', (count) => {
    const list = new AccessList()
    for (let i = 0; i < count; i += 1) list.add(accessTo(10_000 + i * 64, 64))
    const access = accessTo(0, 64)
    list.add(access)
    const found = new FoundAccesses()
    list.findAlike(accessTo(0, 64), found)
    expect(itemsOf(found)).toContain(access)
    list.remove(access)
    found.clear()
    list.findAlike(accessTo(0, 64), found)
    expect(itemsOf(found)).not.toContain(access)
  })

  it('looks at few of many that are alike', () => {
    const list = new AccessList()
    for (let i = 0; i < 1000; i += 1) list.add(accessTo(0, 64))
    const found = new FoundAccesses()
    list.findAlike(accessTo(0, 64), found)
    expect(found.size).toBe(8)
  })
})
