import { KINDS, kindOf } from '../src/timeline/page/kinds.ts'
import type { PageCommand } from '../src/timeline/page/page-data.ts'
import { bytesInWords, countInWords, momentInWords, rateInWords, timeInWords } from '../src/timeline/page/words.ts'
import type { Timeline } from './read-data.ts'
import { html } from './svg.ts'

const MOST_WAITS = 8

const MEASURED: Readonly<Record<PageCommand['by'], string>> = {
  device: 'by the device',
  host: 'by the host',
  open: 'so far, not settled',
}

const STATUSES: Readonly<Record<number, string>> = { 0: 'complete', 1: 'running', 2: 'submitted', 3: 'queued' }

const waitsOf = ({ waits }: PageCommand, { byId }: Timeline): string => {
  if (waits.length === 0) return 'nothing'
  const shown = waits
    .slice(0, MOST_WAITS)
    .map(({ id, why }) => `#${id} ${byId.get(id)?.command ?? 'not in this timeline'} (${why})`)
  const rest = waits.length - shown.length
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join('\n')
}

const bytesOf = ({ bytes, start, end }: PageCommand): string => {
  const rate = rateInWords(bytes, end - start)
  return rate === undefined ? bytesInWords(bytes) : `${bytesInWords(bytes)}, ${rate}`
}

const factsOf = (command: PageCommand, timeline: Timeline): readonly (readonly [string, string])[] => {
  const { start, end, enqueued, by, status, error, id, lane } = command
  const { name = '', device = '' } = timeline.lanes[lane] ?? {}
  return [
    ['queue', `${name}, ${device}`],
    ['bytes', bytesOf(command)],
    ['ran', `${timeInWords(end - start)} ${MEASURED[by]}, from ${momentInWords(start)}`],
    ['enqueued', `at ${momentInWords(enqueued)}, ${timeInWords(Math.max(0, start - enqueued))} before it ran`],
    ['status', error ?? STATUSES[status] ?? String(status)],
    ['waits for', waitsOf(command, timeline)],
    ['waited for by', countInWords(timeline.waiters.get(id)?.length ?? 0, 'command')],
  ]
}

/** What is known of one command, as elements. */
export const describeCommand = (command: PageCommand, timeline: Timeline): readonly Node[] => {
  const kind = kindOf(command.command)
  const heading = html('h2', '', html('i', `swatch ${kind}`), `#${command.id} ${command.command}`)
  const list = html('dl', '')
  for (const [name, value] of factsOf(command, timeline)) list.append(html('dt', '', name), html('dd', '', value))
  const remark = timeline.critical.has(command.id) ? [html('p', 'critical', 'on the critical path')] : []
  return [heading, html('p', 'kind', KINDS[kind]), list, ...remark]
}

/** Stands for several commands that are too short to be drawn one by one. */
export const describeMany = (count: number): readonly Node[] => [
  html('h2', '', countInWords(count, 'command')),
  html('p', 'kind', 'Zoom in to tell them apart'),
]
