import { describe, expect, it } from 'vitest'
import { Command } from '../../src/index.ts'
import { scene } from './scene.ts'

const waitsOf = ({ seen }: ReturnType<typeof scene>) => seen.entries().map(({ waits }) => waits)

describe('what a command waits for', () => {
  it('on an in-order queue is the command before it, settled or not', () => {
    const here = scene()
    const first = here.fill(here.inOrder, 0)
    here.submit()
    here.backend.settle(first.id)
    here.fill(here.inOrder, 1)
    expect(waitsOf(here)).toEqual([[], [{ id: first.id, why: 'queue' }]])
  })

  it('on an out-of-order queue is nothing by itself', () => {
    const here = scene()
    here.fill(here.outOfOrder, 0)
    here.fill(here.outOfOrder, 1)
    expect(waitsOf(here)).toEqual([[], []])
  })

  it('is its wait list, each event once, before anything else', () => {
    const here = scene()
    const a = here.fill(here.outOfOrder, 0)
    const b = here.fill(here.inOrder, 1)
    here.fill(here.inOrder, 2, [a, b, a])
    expect(waitsOf(here)[2]).toEqual([
      { id: a.id, why: 'wait list' },
      { id: b.id, why: 'wait list' },
    ])
  })

  it('is what hazards have added, marked as such', () => {
    const here = scene()
    const first = here.fill(here.outOfOrder, 0)
    const other = here.fill(here.outOfOrder, 1)
    here.fill(here.outOfOrder, 0, [other])
    expect(waitsOf(here)[2]).toEqual([
      { id: other.id, why: 'wait list' },
      { id: first.id, why: 'hazard' },
    ])
  })

  it('is the latest barrier of an out-of-order queue, which waits for all before it that have not settled', () => {
    const here = scene()
    const done = here.fill(here.outOfOrder, 0)
    here.submit()
    here.backend.settle(done.id)
    const open = here.fill(here.outOfOrder, 1)
    const barrier = here.run(here.outOfOrder, Command.barrier())
    here.fill(here.outOfOrder, 2)
    expect(waitsOf(here).slice(2)).toEqual([[{ id: open.id, why: 'queue' }], [{ id: barrier.id, why: 'queue' }]])
  })

  it('is for a marker without a wait list all before it, and only its wait list with one', () => {
    const here = scene()
    const a = here.fill(here.outOfOrder, 0)
    const b = here.fill(here.outOfOrder, 1)
    here.run(here.outOfOrder, Command.marker())
    here.run(here.outOfOrder, Command.marker(), [a])
    expect(waitsOf(here).slice(2)).toEqual([
      [
        { id: a.id, why: 'queue' },
        { id: b.id, why: 'queue' },
      ],
      [{ id: a.id, why: 'wait list' }],
    ])
  })
})
