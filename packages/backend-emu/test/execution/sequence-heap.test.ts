import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EventNode } from '../../src/event/event-node.ts'
import { SequenceHeap } from '../../src/execution/sequence-heap.ts'
import { SubmissionOrder } from '../../src/execution/submission-order.ts'

const node = (sequence: number): EventNode => new EventNode(sequence, sequence, undefined, undefined, 0)

it('SequenceHeap answers the earliest of what was put in and not yet taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(50)), { maxLength: 60 }), (steps) => {
      const heap = new SequenceHeap()
      const model: number[] = []
      for (const step of steps) {
        if (step === null) expect(heap.pop()?.sequence).toBe(model.shift())
        else {
          heap.push(node(step))
          model.push(step)
          model.sort((a, b) => a - b)
        }
        expect(heap.top?.sequence).toBe(model[0])
      }
    }),
  )
})

it('SubmissionOrder answers the earliest of what arrived and what was released, over many rounds', () => {
  const order = new SubmissionOrder()
  const taken: number[] = []
  const COUNT = 20_000
  // Even ones arrive in order; odd ones are released in pairs, the later one first.
  for (let i = 0; i < COUNT; i += 2) order.arrive(node(i))
  for (let i = 1; i < COUNT; i += 4) {
    order.release(node(i + 2))
    order.release(node(i))
  }
  while (!order.isEmpty) taken.push(order.take()?.sequence ?? -1)
  expect(taken).toEqual(Array.from({ length: COUNT }, (_, i) => i))
  expect(order.take()).toBe(undefined)
})
