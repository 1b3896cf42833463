import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { traceEvents, type TraceArrow, type TraceSlice } from '../../src/index.ts'
import { anyEntries, entryOf, queueOf } from './entries.ts'

const filled = entryOf({ id: 1, command: 'FillBuffer', bytes: 64, start: 1, end: 3 })
const copied = entryOf({
  id: 2,
  queue: queueOf(1, { name: 'work', device: 'second', deviceIndex: 1 }),
  waits: [{ id: 1, why: 'hazard' }, 99],
  start: 4,
  end: 4.5,
})

describe('the trace', () => {
  it('has a slice per command, an arrow per wait, and names', () => {
    expect(traceEvents([filled, copied])).toEqual({
      displayTimeUnit: 'ns',
      traceEvents: [
        { ph: 'M', name: 'process_name', pid: 1, tid: 0, args: { name: 'device' } },
        { ph: 'M', name: 'thread_name', pid: 1, tid: 1, args: { name: 'queue 1' } },
        { ph: 'M', name: 'thread_sort_index', pid: 1, tid: 1, args: { sort_index: 1 } },
        { ph: 'M', name: 'process_name', pid: 2, tid: 0, args: { name: 'second' } },
        { ph: 'M', name: 'thread_name', pid: 2, tid: 2, args: { name: 'work' } },
        { ph: 'M', name: 'thread_sort_index', pid: 2, tid: 2, args: { sort_index: 2 } },
        {
          ph: 'X',
          name: 'FillBuffer',
          cat: 'command',
          pid: 1,
          tid: 1,
          ts: 1,
          dur: 2,
          args: {
            id: 1,
            bytes: 64,
            status: 0,
            'measured by': 'device',
            'waits for': [],
            'on the critical path': true,
          },
        },
        {
          ph: 'X',
          name: 'CopyBuffer',
          cat: 'command',
          pid: 2,
          tid: 2,
          ts: 4,
          dur: 0.5,
          args: {
            id: 2,
            bytes: 0,
            status: 0,
            'measured by': 'device',
            'waits for': ['1 (hazard)', '99 (wait list)'],
            'on the critical path': true,
          },
        },
        { ph: 's', name: 'hazard', cat: 'hazard', id: 1, pid: 1, tid: 1, ts: 2.999 },
        { ph: 'f', bp: 'e', name: 'hazard', cat: 'hazard', id: 1, pid: 2, tid: 2, ts: 4 },
      ],
    })
  })

  it('names the code of a failure', () => {
    const { traceEvents: events } = traceEvents([{ ...filled, status: -5, error: 'CL_OUT_OF_RESOURCES' }])
    expect(events.at(-1)).toMatchObject({ args: { status: -5, error: 'CL_OUT_OF_RESOURCES' } })
  })

  it('numbers the rows of commands that overlap', () => {
    const { traceEvents: events } = traceEvents([filled, entryOf({ id: 2, start: 2, end: 4 })])
    expect(events.filter(({ name }) => name === 'thread_name')).toMatchObject([
      { args: { name: 'queue 1' } },
      { args: { name: 'queue 1, row 2' } },
    ])
  })

  it('has both ends of each arrow within their slices, the first no later than the second', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { traceEvents: events } = traceEvents(entries)
        const slices = events.filter((event): event is TraceSlice => event.ph === 'X')
        const arrows = events.filter((event): event is TraceArrow => event.ph === 's' || event.ph === 'f')
        const waits = entries.flatMap(({ waits: all }) =>
          all.filter(({ id }) => entries.some((entry) => entry.id === id)),
        )
        expect(arrows).toHaveLength(2 * waits.length)
        for (const { pid, tid, ts } of arrows)
          expect(
            slices.some(
              (slice) => slice.pid === pid && slice.tid === tid && slice.ts <= ts && ts <= slice.ts + slice.dur,
            ),
          ).toBe(true)
        for (const begin of arrows.filter(({ ph }) => ph === 's')) {
          const end = arrows.find(({ ph, id }) => ph === 'f' && id === begin.id)?.ts ?? Number.NaN
          // Drawn times may contradict the wait: then the arrow leaves from the start of its slice.
          const isStart = slices.some(({ tid, ts }) => tid === begin.tid && ts === begin.ts)
          expect(begin.ts <= end || isStart).toBe(true)
        }
      }),
    )
  })

  it('is plain JSON', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const file = traceEvents(entries)
        expect(JSON.parse(JSON.stringify(file))).toEqual(file)
      }),
    )
  })
})
