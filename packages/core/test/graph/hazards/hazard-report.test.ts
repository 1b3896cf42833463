import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Command, createOpenCL, hazardsOf, type Hazard, type HazardMode } from '../../../src/index.ts'
import { enqueueCommand } from '../../../src/graph/enqueue-command.ts'
import type { ContextObject } from '../../../src/platform/context.ts'
import { right } from '../../stream/fixture.ts'
import { RecordingBackend } from '../../stream/recording-backend.ts'
import { allBefore, play } from './played.ts'
import { conflict, drawnStep, world } from './random-program.ts'

const scene = (hazards: HazardMode = 'report') => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext({ hazards }))
  const queues = [0, 1].map(() => right(context.createCommandQueue({ outOfOrder: true })))
  const found: Hazard[] = []
  let isComplete = false
  hazardsOf(context).subscribe({ next: (hazard) => found.push(hazard), complete: () => (isComplete = true) })
  const buffer = right(context.createBuffer({ size: 64 }))
  const { dispatcher } = context as ContextObject
  const enqueue = (queue: number, command: Parameters<typeof enqueueCommand>[1], waits: readonly unknown[] = []) =>
    right(enqueueCommand(queues[queue], command, waits))
  const fill = (queue: number, offset = 0, size = 64) =>
    enqueue(queue, Command.fillBuffer({ buffer, pattern: Uint8Array.of(1), offset, size }))
  const read = (queue: number) => enqueue(queue, Command.readBuffer({ buffer }))
  return {
    backend,
    context,
    dispatcher,
    queues,
    buffer,
    found,
    enqueue,
    fill,
    read,
    isComplete: () => isComplete,
    waits: () => {
      dispatcher.submit()
      return backend.submissions.map(({ waits }) => waits)
    },
  }
}

describe('report, for random programs', () => {
  it('tells each pair that touches the same bytes and that nothing orders, once, and adds no wait', () => {
    let pairs = 0
    fc.assert(
      fc.property(fc.array(drawnStep, { minLength: 2, maxLength: 24, size: 'max' }), (steps) => {
        const made = world('report')
        const told: string[] = []
        hazardsOf(made.context).subscribe(({ first, second }) => {
          told.push(`${(first.event as { id?: number }).id} ${(second.event as { id?: number }).id}`)
        })
        const played = play(made, steps, false)
        const expected: string[] = []
        for (const later of played) {
          expect(later.waits.every((wait) => later.given.includes(wait))).toBe(true)
          const before = allBefore(later, ({ given }) => given)
          for (const earlier of later.unsettledBefore)
            if (conflict(earlier, later) && !before.has(earlier)) expected.push(`${earlier.event.id} ${later.event.id}`)
        }
        pairs += expected.length
        expect(told.toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 500 },
    )
    expect(pairs).toBeGreaterThan(500)
  })
})

describe('report', () => {
  it('tells of both commands and of the bytes', () => {
    const { found, fill, buffer, queues } = scene()
    const [first, second] = [fill(0, 0, 32), fill(1, 24, 16)]
    expect(found).toHaveLength(1)
    const [hazard] = found
    expect(hazard?.kind).toBe('write after write')
    expect(hazard?.first).toMatchObject({ command: { _tag: 'FillBuffer', offset: 0, size: 32 } })
    expect(hazard?.second).toMatchObject({ command: { _tag: 'FillBuffer', offset: 24, size: 16 } })
    expect(hazard?.first.event === first && hazard.second.event === second).toBe(true)
    expect(hazard?.first.queue === queues[0] && hazard?.second.queue === queues[1]).toBe(true)
    expect(hazard?.overlap.memory === buffer).toBe(true)
    expect(hazard?.overlap).toMatchObject({ start: 24, end: 32 })
  })

  it('names what the second does after the first', () => {
    const { found, fill, read } = scene()
    fill(0)
    read(0)
    fill(1)
    expect(found.map(({ kind }) => kind)).toEqual(['read after write', 'write after write', 'write after read'])
  })

  it('names the write of a command that reads too, also where a later one stands for it', () => {
    const { found, buffer, enqueue, fill } = scene()
    const map = enqueue(0, Command.mapBuffer({ buffer }))
    const { valid } = map
    if (valid?._tag !== 'MapBuffer') throw new Error('the map is on its way')
    enqueue(0, Command.unmap({ memobj: buffer, mapped: valid.mapping }), [map])
    fill(1)
    expect(found.map(({ kind }) => kind)).toEqual(['write after write', 'write after write'])
  })

  it('tells nothing of what wait lists order, through other commands too', () => {
    const { found, buffer, enqueue, fill } = scene()
    const between = enqueue(1, Command.marker(), [fill(0)])
    enqueue(0, Command.fillBuffer({ buffer, pattern: Uint8Array.of(1) }), [between])
    expect(found).toEqual([])
    fill(0)
    expect(found).toHaveLength(2)
  })

  it('tells nothing of what a barrier orders, on its own queue', () => {
    const { found, enqueue, fill } = scene()
    fill(0)
    enqueue(0, Command.barrier())
    fill(0)
    expect(found).toEqual([])
    fill(1)
    expect(found).toHaveLength(2)
  })

  it('tells of what a marker is between, which nothing waits for', () => {
    const { found, enqueue, fill } = scene()
    fill(0)
    enqueue(0, Command.marker())
    fill(0)
    expect(found).toHaveLength(1)
  })

  it('tells nothing of what has settled', () => {
    const { backend, found, fill, waits } = scene()
    const first = fill(0)
    waits()
    backend.settle(first.id)
    fill(1)
    expect(found).toEqual([])
  })

  it('adds no wait', () => {
    const { found, fill, waits } = scene()
    fill(0)
    fill(1)
    expect(found).toHaveLength(1)
    expect(waits()).toEqual([[], []])
  })

  it.each(['order', 'off'] as const)('is the mode that tells; %s does not', (mode) => {
    const { found, fill } = scene(mode)
    fill(0)
    fill(1)
    expect(found).toEqual([])
  })

  it('ends when the context is released and its commands have settled', () => {
    const { backend, context, fill, waits, isComplete } = scene()
    fill(0)
    waits()
    context.release()
    expect(isComplete()).toBe(false)
    backend.settleAll()
    expect(isComplete()).toBe(true)
    let isOver = false
    hazardsOf(context).subscribe({ complete: () => (isOver = true) })
    expect(isOver).toBe(true)
  })

  it('tells a listener no more when it has unsubscribed', () => {
    const { context, fill } = scene()
    const seen: Hazard[] = []
    const subscription = hazardsOf(context).subscribe((hazard) => seen.push(hazard))
    fill(0)
    fill(1)
    subscription.unsubscribe()
    fill(1)
    expect(seen).toHaveLength(1)
  })
})
