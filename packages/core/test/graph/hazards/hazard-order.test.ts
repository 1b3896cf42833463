import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Command, createOpenCL, type ClBuffer, type ClCommandQueue, type HazardMode } from '../../../src/index.ts'
import type { EventObject } from '../../../src/model/event.ts'
import { enqueueCommand } from '../../../src/graph/enqueue-command.ts'
import type { ContextObject } from '../../../src/platform/context.ts'
import { left, right } from '../../stream/fixture.ts'
import { RecordingBackend } from '../../stream/recording-backend.ts'
import { allBefore, play, type Played } from './played.ts'
import { conflict, drawnStep, world, type DrawnStep } from './random-program.ts'

const programs = fc.array(drawnStep, { minLength: 2, maxLength: 24, size: 'max' })

/** Plays a program in each mode of failure and calls `check` with what came of it. */
const eachProgram = (hazards: HazardMode, check: (played: readonly Played[]) => void): void => {
  const property = (steps: readonly DrawnStep[], canFail: boolean): void => check(play(world(hazards), steps, canFail))
  fc.assert(fc.property(programs, fc.boolean(), property), { numRuns: 500 })
}

const toldWaits = ({ waits }: Played): readonly number[] => waits

describe('order, for random programs', () => {
  it('lets every command come after each unsettled one that touches the same bytes, one of the two to write', () => {
    let pairs = 0
    eachProgram('order', (played) => {
      for (const later of played) {
        if (later.event.isSettled && later.event.status < 0) continue
        const before = allBefore(later, toldWaits)
        for (const earlier of later.unsettledBefore)
          if (conflict(earlier, later)) {
            pairs += 1
            expect(before.has(earlier), `${earlier.event.id} ${earlier.event.command} before ${later.event.id}`).toBe(
              true,
            )
          }
      }
    })
    expect(pairs).toBeGreaterThan(1000)
  })

  it('adds no wait between commands that share no bytes, or only read them', () => {
    let added = 0
    eachProgram('order', (played) => {
      for (const later of played)
        for (const id of later.waits) {
          if (later.given.includes(id)) continue
          const earlier = later.unsettledBefore.find(({ event }) => event.id === id)
          expect(earlier !== undefined && conflict(earlier, later), `${id} before ${later.event.id}`).toBe(true)
          added += 1
        }
    })
    expect(added).toBeGreaterThan(500)
  })

  it('adds no wait to off', () => {
    eachProgram('off', (played) => {
      for (const { waits, given } of played) for (const id of waits) expect(given).toContain(id)
    })
  })
})

const scene = (hazards?: HazardMode) => {
  const backend = new RecordingBackend()
  const context = right(createOpenCL(backend).createContext(hazards === undefined ? {} : { hazards }))
  const queue = (outOfOrder: boolean) => right(context.createCommandQueue({ outOfOrder }))
  const buffer = () => right(context.createBuffer({ size: 64 }))
  const { dispatcher } = context as ContextObject
  const fill = (on: ClCommandQueue, target: ClBuffer, waits: readonly EventObject[] = [], offset = 0, size = 64) =>
    right(enqueueCommand(on, Command.fillBuffer({ buffer: target, pattern: Uint8Array.of(1), offset, size }), waits))
  const waits = () => {
    dispatcher.submit()
    return backend.submissions.map((submission) => submission.waits)
  }
  return { backend, context, queue, buffer, fill, waits }
}

describe('order', () => {
  it('is the default', () => {
    const { queue, buffer, fill, waits } = scene()
    const [free, target] = [queue(true), buffer()]
    const first = fill(free, target)
    fill(free, target)
    expect(waits()).toEqual([[], [first.id]])
  })

  it.each(['order', 'report', 'off'] as const)(
    'adds nothing on the only queue when that is in-order: %s',
    (hazards) => {
      const { queue, buffer, fill, waits } = scene(hazards)
      const [only, target] = [queue(false), buffer()]
      fill(only, target)
      fill(only, target)
      expect(waits()).toEqual([[], []])
    },
  )

  it('knows what was enqueued on the only queue when there is a second', () => {
    const { queue, buffer, fill, waits } = scene()
    const [only, target] = [queue(false), buffer()]
    fill(only, target)
    const latest = fill(only, target)
    fill(queue(false), target)
    expect(waits()).toEqual([[], [], [latest.id]])
  })

  it('waits for the latest of an in-order queue alone', () => {
    const { queue, buffer, fill, waits } = scene()
    const [ordered, free, target] = [queue(false), queue(true), buffer()]
    fill(ordered, target, [], 0, 8)
    const latest = fill(ordered, target, [], 8, 8)
    fill(free, target)
    expect(waits()).toEqual([[], [], [latest.id]])
  })

  it('adds no wait that is on the wait list', () => {
    const { queue, buffer, fill, waits } = scene()
    const [ordered, free, target] = [queue(false), queue(true), buffer()]
    const first = fill(free, target, [], 0, 8)
    const second = fill(ordered, target, [], 8, 8)
    fill(free, target, [first, second])
    expect(waits()).toEqual([[], [], [first.id, second.id]])
  })

  it('adds no wait for what a barrier is between', () => {
    const { queue, buffer, fill, waits } = scene()
    const [free, target] = [queue(true), buffer()]
    fill(free, target)
    right(enqueueCommand(free, Command.barrier(), []))
    fill(free, target)
    expect(waits()).toEqual([[], [], []])
  })

  it('waits across a marker, which nothing waits for', () => {
    const { queue, buffer, fill, waits } = scene()
    const [free, target] = [queue(true), buffer()]
    const first = fill(free, target)
    right(enqueueCommand(free, Command.marker(), []))
    fill(free, target)
    expect(waits()).toEqual([[], [], [first.id]])
  })

  it('waits for one command in place of those that it covers', () => {
    const { queue, buffer, fill, waits } = scene()
    const [free, target] = [queue(true), buffer()]
    const parts = [0, 16, 32].map((offset) => fill(free, target, [], offset, 16))
    const whole = fill(free, target)
    fill(free, target, [], 16, 16)
    expect(waits()).toEqual([[], [], [], parts.map(({ id }) => id).toReversed(), [whole.id]])
  })

  it('waits again for what a command covers that fails before it', () => {
    const { backend, context, queue, buffer, fill, waits } = scene()
    const [free, target] = [queue(true), buffer()]
    const gate = right(context.createUserEvent())
    const first = fill(free, target)
    const second = fill(free, target, [gate as unknown as EventObject])
    waits()
    right(gate.fail(-7))
    backend.settle({ event: second.id, status: -14 })
    fill(free, target)
    expect(waits().at(-1)).toEqual([first.id])
  })

  it('forgets what has settled, one by one', () => {
    const { backend, queue, buffer, fill, waits } = scene()
    const [free, target] = [queue(true), buffer()]
    const first = fill(free, target, [], 0, 32)
    const second = fill(free, target, [], 32, 32)
    waits()
    backend.settle(first.id)
    fill(free, target)
    expect(waits().at(-1)).toEqual([second.id])
    backend.settleAll()
    fill(free, target)
    expect(waits().at(-1)).toEqual([])
  })

  it('takes no wait of another context', () => {
    const { context, queue, buffer, fill, waits } = scene()
    const other = scene()
    other.fill(other.queue(true), other.buffer())
    fill(queue(true), buffer())
    expect(waits()).toEqual([[]])
    context.release()
  })

  it('makes a command fail with the one that it was made to wait for, which is its cause', () => {
    const { backend, queue, buffer, fill, waits } = scene()
    const [free, target] = [queue(true), buffer()]
    const first = fill(free, target)
    const second = fill(free, target)
    waits()
    backend.settle({ event: first.id, status: -5 }, { event: second.id, status: -14, cause: first.id })
    expect(second.error).toMatchObject({
      _tag: 'CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST',
      cause: { _tag: 'CL_OUT_OF_RESOURCES' },
    })
  })
})

describe('createContext', () => {
  it.each([['every'], [true], [null], [{}]])('refuses hazards: %j', (hazards) => {
    const opencl = createOpenCL(new RecordingBackend())
    expect(left(opencl.createContext({ hazards: hazards as unknown as HazardMode }))).toMatchObject({
      _tag: 'CL_INVALID_VALUE',
      command: 'createContext',
      parameter: 'hazards',
    })
  })

  it.each(['order', 'off', 'report'] as const)('takes hazards: %s', (hazards) => {
    expect(createOpenCL(new RecordingBackend()).createContext({ hazards })).toMatchObject({ _tag: 'Right' })
  })
})
