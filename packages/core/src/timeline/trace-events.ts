import type { TimelineEntry } from './entry.ts'
import { longestChain } from './critical-path.ts'
import { lanesOf, type Lanes } from './lanes.ts'
import { spansOf, type Span } from './spans.ts'
import type { TraceArgument, TraceArrow, TraceEvent, TraceFile, TraceName, TraceSlice } from './trace-event.ts'

interface Row {
  readonly pid: number
  readonly tid: number
}

/** Rows are numbered through over all lanes. */
const rowNumbers = ({ lanes, rowOf }: Lanes): ((entry: TimelineEntry) => Row) => {
  const firsts = new Map<number, number>()
  let next = 1
  for (const { queue, rows } of lanes) {
    firsts.set(queue.index, next)
    next += rows
  }
  return ({ id, queue }) => ({
    pid: queue.deviceIndex + 1,
    tid: (firsts.get(queue.index) ?? 0) + (rowOf.get(id) ?? 0),
  })
}

const namesOf = ({ lanes }: Lanes): readonly TraceName[] => {
  const names: TraceName[] = []
  const devices = new Set<number>()
  let tid = 1
  for (const { queue, rows } of lanes) {
    const pid = queue.deviceIndex + 1
    if (!devices.has(pid)) names.push({ ph: 'M', name: 'process_name', pid, tid: 0, args: { name: queue.device } })
    devices.add(pid)
    for (let row = 0; row < rows; row += 1) {
      const name = row === 0 ? queue.name : `${queue.name}, row ${row + 1}`
      names.push({ ph: 'M', name: 'thread_name', pid, tid, args: { name } })
      names.push({ ph: 'M', name: 'thread_sort_index', pid, tid, args: { sort_index: tid } })
      tid += 1
    }
  }
  return names
}

const argumentsOf = (
  entry: TimelineEntry,
  span: Span,
  isCritical: boolean,
): Readonly<Record<string, TraceArgument>> => ({
  id: entry.id,
  bytes: entry.bytes,
  status: entry.status,
  ...(entry.error === undefined ? {} : { error: entry.error }),
  'measured by': span.by,
  'waits for': entry.waits.map(({ id, why }) => `${id} (${why})`),
  'on the critical path': isCritical,
})

const arrowsOf = (
  { entry, row, span }: { readonly entry: TimelineEntry; readonly row: Row; readonly span: Span },
  find: (id: number) => { readonly row: Row; readonly span: Span } | undefined,
  takeId: () => number,
): readonly TraceArrow[] =>
  entry.waits.flatMap(({ id: wait, why }): readonly TraceArrow[] => {
    const earlier = find(wait)
    if (earlier === undefined) return []
    // Within the earlier slice, whose last nanosecond this is, and not after the arrow's end.
    const ts = Math.max(earlier.span.start, Math.min(earlier.span.end - 0.001, span.start))
    const arrow = { name: why, cat: why, id: takeId() }
    return [
      { ph: 's', ...arrow, ...earlier.row, ts },
      { ph: 'f', bp: 'e', ...arrow, ...row, ts: span.start },
    ]
  })

/**
 * The entries in the Trace Event Format, which Perfetto (ui.perfetto.dev) and chrome://tracing open: a process per device, a
 * thread per queue and as many more as its commands overlap, a slice per command, an arrow per wait. Times are in
 * microseconds since the first moment. The same entries give the same file.
 */
export const traceEvents = (entries: readonly TimelineEntry[]): TraceFile => {
  const spans = spansOf(entries)
  const lanes = lanesOf(entries, spans)
  const rowOf = rowNumbers(lanes)
  const critical = new Set(longestChain(entries, spans).ids)
  const placed = new Map<number, { entry: TimelineEntry; row: Row; span: Span }>()
  for (const entry of entries) {
    const span = spans.get(entry.id)
    if (span !== undefined) placed.set(entry.id, { entry, row: rowOf(entry), span })
  }
  let arrows = 0
  const takeId = (): number => (arrows += 1)
  const events: TraceEvent[] = [...namesOf(lanes)]
  for (const place of placed.values()) {
    const { entry, row, span } = place
    const slice: TraceSlice = {
      ph: 'X',
      name: entry.command,
      cat: 'command',
      ...row,
      ts: span.start,
      dur: Math.round((span.end - span.start) * 1000) / 1000,
      args: argumentsOf(entry, span, critical.has(entry.id)),
    }
    events.push(slice, ...arrowsOf(place, (id) => placed.get(id), takeId))
  }
  return { displayTimeUnit: 'ns', traceEvents: events }
}
