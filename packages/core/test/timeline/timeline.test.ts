import { describe, expect, it } from 'vitest'
import { timeline } from '../../src/index.ts'
import { scene } from './scene.ts'

describe('an entry', () => {
  it('has the stamps of the host and of the device', () => {
    const here = scene()
    here.time.now = 3
    const event = here.fill(here.outOfOrder)
    here.submit()
    here.time.now = 8
    const profile = { queued: 1n, submit: 2n, start: 3n, end: 4n }
    here.backend.settle({ event: event.id, profile })
    expect(here.seen.entries()).toEqual([
      {
        id: event.id,
        command: 'FillBuffer',
        queue: {
          index: 0,
          name: 'queue 1',
          device: 'recorder',
          deviceIndex: 0,
          outOfOrder: true,
          profiling: true,
        },
        bytes: 64,
        waits: [],
        status: 0,
        error: undefined,
        enqueued: 3,
        settled: 8,
        profile,
      },
    ])
  })

  it('of a command that has not settled has the status that it has now', () => {
    const here = scene()
    here.fill(here.outOfOrder)
    expect(here.seen.entries()).toMatchObject([{ status: 3, settled: undefined }])
    here.submit()
    expect(here.seen.entries()).toMatchObject([{ status: 2, settled: undefined }])
  })

  it('of a failure has its code', () => {
    const here = scene()
    const event = here.fill(here.outOfOrder)
    here.submit()
    here.backend.settle({ event: event.id, status: -5 })
    expect(here.seen.entries()).toMatchObject([{ status: -5, error: 'CL_OUT_OF_RESOURCES', profile: undefined }])
  })
})

describe('queues', () => {
  it('are numbered by their first commands, and share one object among their entries', () => {
    const here = scene()
    here.fill(here.outOfOrder, 0)
    here.fill(here.inOrder, 1)
    here.fill(here.outOfOrder, 2)
    const [a, b, c] = here.seen.entries()
    expect([a?.queue, b?.queue]).toMatchObject([
      { index: 0, name: 'queue 1', outOfOrder: true },
      { index: 1, name: 'queue 2', outOfOrder: false },
    ])
    expect(c?.queue).toBe(a?.queue)
  })

  it('have the names that the program gives', () => {
    const { context, inOrder: upload, outOfOrder, fill } = scene()
    const seen = timeline(context, { names: { upload } })
    fill(outOfOrder, 0)
    fill(upload, 1)
    expect(seen.entries().map(({ queue }) => queue.name)).toEqual(['queue 1', 'upload'])
  })
})

describe('a timeline', () => {
  it('begins with the first command after its start', () => {
    const here = scene()
    const before = here.fill(here.inOrder, 0)
    const late = timeline(here.context)
    const after = here.fill(here.inOrder, 1)
    expect(late.entries().map(({ id }) => id)).toEqual([after.id])
    expect(here.seen.entries().map(({ id }) => id)).toEqual([before.id, after.id])
  })

  it('takes no more commands when it is stopped, and is still told of the ends of those that it has', () => {
    const here = scene()
    const first = here.fill(here.inOrder, 0)
    here.seen.stop()
    const second = here.fill(here.inOrder, 1)
    here.submit()
    here.backend.settle(first.id, second.id)
    expect(here.seen.entries()).toMatchObject([{ id: first.id, status: 0, settled: 0 }])
  })

  it('that is stopped, twice even, leaves others alone', () => {
    const here = scene()
    const other = timeline(here.context)
    here.seen.stop()
    here.seen.stop()
    here.fill(here.inOrder)
    expect(here.seen.entries()).toEqual([])
    expect(other.entries()).toHaveLength(1)
  })

  it('is stopped by `using`', () => {
    const here = scene()
    const kept = (() => {
      using seen = timeline(here.context)
      here.fill(here.inOrder)
      return seen
    })()
    here.fill(here.inOrder)
    expect(kept.entries()).toHaveLength(1)
    expect(here.seen.entries()).toHaveLength(2)
  })

  it.each([
    { limit: 2, kept: 2, dropped: 3 },
    { limit: 2.9, kept: 2, dropped: 3 },
    { limit: 1, kept: 1, dropped: 4 },
    { limit: 0, kept: 1, dropped: 4 },
    { limit: Number.NaN, kept: 1, dropped: 4 },
    { limit: Infinity, kept: 5, dropped: 0 },
  ])('keeps of five commands the latest $kept with limit $limit, and counts the others', ({ limit, kept, dropped }) => {
    const here = scene({ limit })
    const ids = [0, 1, 2, 0, 1].map((buffer) => here.fill(here.inOrder, buffer).id)
    expect(here.seen.entries().map(({ id }) => id)).toEqual(ids.slice(-kept))
    expect(here.seen.dropped).toBe(dropped)
  })

  it('outlives its context', () => {
    const here = scene()
    const event = here.fill(here.inOrder)
    here.submit()
    here.context.release()
    here.backend.settle(event.id)
    expect(here.backend.released).toContain('context')
    expect(here.seen.entries()).toMatchObject([{ id: event.id, status: 0 }])
  })

  it('loses no command to a clock that throws', () => {
    const here = scene({
      now: () => {
        throw new Error('no time')
      },
    })
    const event = here.fill(here.inOrder)
    here.submit()
    here.backend.settle(event.id)
    expect(event.status).toBe(0)
    expect(here.seen.entries()).toMatchObject([{ enqueued: 0, settled: 0 }])
  })

  it('gives the same waits to the backend as no timeline', () => {
    const waitsWith = (isWatched: boolean) => {
      const here = scene()
      if (!isWatched) here.seen.stop()
      const first = here.fill(here.outOfOrder, 0)
      here.fill(here.outOfOrder, 0)
      here.fill(here.inOrder, 1, [first])
      here.submit()
      return here.backend.submissions.map(({ waits }) => waits)
    }
    expect(waitsWith(true)).toEqual(waitsWith(false))
  })
})
