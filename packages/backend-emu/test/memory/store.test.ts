import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Store } from '../../src/memory/store.ts'

const SIZE = 256

const request = fc.record({
  size: fc.integer({ min: 1, max: 90 }),
  alignment: fc.constantFrom(1, 4, 16, 64),
  /** Which of the taken ones to give back before. */
  give: fc.option(fc.nat(7)),
})

describe('Store', () => {
  it('hands out aligned, zeroed ranges inside it that no one else has, and is unused when all are back', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        const store = new Store(new Uint8Array(SIZE))
        const taken: { readonly start: number; readonly size: number }[] = []
        for (const { size, alignment, give } of requests) {
          const back = give === null ? [] : taken.splice(give, 1)
          for (const { start, size: length } of back) store.give(start, length)
          const start = store.take(size, alignment)
          if (start === undefined) continue
          expect(start % alignment).toBe(0)
          expect(start + size).toBeLessThanOrEqual(SIZE)
          for (const other of taken) expect(start + size <= other.start || other.start + other.size <= start).toBe(true)
          expect(store.bytes.subarray(start, start + size)).toEqual(new Uint8Array(size))
          store.bytes.fill(0xff, start, start + size)
          taken.push({ start, size })
        }
        expect(store.isUnused).toBe(taken.length === 0)
        for (const { start, size } of taken) store.give(start, size)
        expect(store.isUnused).toBe(true)
        expect(store.take(SIZE, 1)).toBe(0)
      }),
    )
  })

  it.each([
    [SIZE, 0],
    [SIZE + 1, undefined],
  ])('asked for %i of its 256 bytes it answers %s', (size, start) => {
    expect(new Store(new Uint8Array(SIZE)).take(size, 1)).toBe(start)
  })

  it('gives a gap in the middle to what fits in it', () => {
    const store = new Store(new Uint8Array(SIZE))
    store.take(64, 1)
    store.take(64, 1)
    store.take(128, 1)
    expect(store.take(1, 1)).toBe(undefined)
    store.give(64, 64)
    expect(store.take(65, 1)).toBe(undefined)
    expect(store.take(64, 1)).toBe(64)
  })
})
