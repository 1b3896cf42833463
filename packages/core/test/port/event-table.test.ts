import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventTable } from '../../src/port/event-table.ts'

/** Add the next id, or take the one that is this far back. */
const steps = fc.array(fc.oneof(fc.constant('add' as const), fc.nat({ max: 400 })), { maxLength: 2_000 })

describe('EventTable', () => {
  it('knows what a Map knows, however long events stay', () =>
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 2 ** 40 }), (program, first) => {
        const table = new EventTable<{ readonly id: number }>()
        const model = new Map<number, { readonly id: number }>()
        let next = first
        for (const step of program) {
          if (step === 'add') {
            const entry = { id: next }
            table.add(entry)
            model.set(next, entry)
            next += 1
          } else {
            expect(table.take(next - step)).toBe(model.get(next - step))
            model.delete(next - step)
          }
        }
        expect(table.size).toBe(model.size)
        for (let id = first - 1; id <= next; id += 1) expect(table.get(id)).toBe(model.get(id))
        expect(new Set(table.values())).toEqual(new Set(model.values()))
      }),
    ))

  it('keeps one event that never ends beside a million that do', () => {
    const table = new EventTable<{ readonly id: number }>()
    const stays = { id: 1 }
    table.add(stays)
    for (let id = 2; id <= 1_000_000; id += 1) {
      table.add({ id })
      table.take(id)
    }
    expect(table.get(1)).toBe(stays)
    expect(table.size).toBe(1)
  })

  it('goes back to a small table when it is empty', () => {
    const table = new EventTable<{ readonly id: number }>()
    for (let id = 1; id <= 100_000; id += 1) table.add({ id })
    for (let id = 1; id <= 100_000; id += 1) table.take(id)
    expect(table.size).toBe(0)
    table.add({ id: 7 })
    expect(table.get(7)).toEqual({ id: 7 })
  })
})
