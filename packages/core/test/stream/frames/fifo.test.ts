import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Fifo } from '../../../src/stream/frames/fifo.ts'

it('is an array that is pushed to and shifted from', () => {
  const step = fc.oneof(
    { weight: 20, arbitrary: fc.record({ do: fc.constant('push' as const), count: fc.nat(3000) }) },
    { weight: 20, arbitrary: fc.record({ do: fc.constant('shift' as const), count: fc.nat(3000) }) },
    fc.record({ do: fc.constant('clear' as const), count: fc.constant(0) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const fifo = new Fifo<number>()
      const array: number[] = []
      let next = 0
      for (const { do: what, count } of steps) {
        if (what === 'clear') {
          fifo.clear()
          array.length = 0
        }
        for (let i = 0; i < count; i += 1)
          if (what === 'shift') expect(fifo.shift()).toBe(array.shift())
          else {
            fifo.push(next)
            array.push(next)
            next += 1
          }
        expect([fifo.length, fifo.first(), fifo.last()]).toEqual([array.length, array[0], array.at(-1)])
      }
    }),
    { numRuns: 30 },
  )
})
