import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Latest } from '../../src/timeline/latest.ts'

it('keeps the last items in their order, and counts the others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.nat(), { maxLength: 30 }), (limit, items) => {
      const latest = new Latest<number>(limit)
      for (const item of items) latest.add(item)
      expect(latest.values()).toEqual(items.slice(-limit))
      expect(latest.dropped).toBe(Math.max(0, items.length - limit))
    }),
  )
})
