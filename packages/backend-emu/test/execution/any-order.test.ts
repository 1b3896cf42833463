import type { BufferRef } from '@rxcl/core/port'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Session } from '../support/session.ts'

// Programs of copies between 8 cells of one byte. Command i copies cell `src` to cell `dst` on one of three queues.

interface Copy {
  readonly src: number
  readonly dst: number
  readonly queue: number
}

const CELLS = 8
const cell = fc.nat(CELLS - 1)
const program = fc.array(
  fc.record({ src: cell, dst: cell, queue: fc.nat(2) }).filter(({ src, dst }) => src !== dst),
  { minLength: 1, maxLength: 24 },
)

const conflicts = (a: Copy, b: Copy): boolean => a.dst === b.src || a.dst === b.dst || a.src === b.dst

/** What one command after another gives. */
const inOrder = (copies: readonly Copy[]): readonly number[] => {
  const cells = Array.from({ length: CELLS }, (_, i) => i + 1)
  for (const { src, dst } of copies) cells[dst] = cells[src] as number
  return cells
}

const command = (buffer: BufferRef, { src, dst }: Copy) =>
  ({ _tag: 'CopyBuffer', srcBuffer: buffer, dstBuffer: buffer, srcOffset: src, dstOffset: dst, size: 1 }) as const

/** Runs the program with a wait for every conflicting earlier command, where `declares` says so. */
const run = (copies: readonly Copy[], seed: number, turns: number, declares: boolean): readonly number[] => {
  const session = new Session({ seed })
  const buffer = session.buffer(Uint8Array.from({ length: CELLS }, (_, i) => i + 1))
  const queues = [session.queue({ outOfOrder: true }), session.queue({ outOfOrder: true }), session.queue()]
  const events: number[] = []
  for (const [i, copy] of copies.entries()) {
    const unsettled = (event: number): boolean => session.end(event) === undefined
    const earlier = copies.slice(0, i).flatMap((other, j) => (conflicts(other, copy) ? [events[j] as number] : []))
    const waits = declares ? earlier.filter(unsettled) : []
    events.push(session.submit(queues[copy.queue], command(buffer, copy), { waits }))
    if (turns > 0 && i % turns === 0) session.scheduler.step()
  }
  session.scheduler.flush()
  return [...session.read(buffer, CELLS)]
}

describe('programs on several queues', () => {
  it('give what one command after another gives, with any seed, when every dependency is declared', () => {
    fc.assert(
      fc.property(program, fc.nat(), fc.nat(3), (copies, seed, turns) => {
        expect(run(copies, seed, turns, true)).toEqual(inOrder(copies))
      }),
      { numRuns: 300 },
    )
  })

  it('give something else with some seed when a dependency is missing', () => {
    const copies = [
      { src: 0, dst: 1, queue: 0 },
      { src: 1, dst: 2, queue: 1 },
    ]
    const seeds = Array.from({ length: 50 }, (_, seed) => seed)
    const results = new Set(seeds.map((seed) => run(copies, seed, 0, false).join()))
    expect([...results].toSorted()).toEqual(['1,1,1,4,5,6,7,8', '1,1,2,4,5,6,7,8'])
  })
})
