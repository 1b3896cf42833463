import type { PageCommand } from '../src/timeline/page/page-data.ts'
import { BAR_HEIGHT, type Layout } from './layout.ts'
import type { Timeline } from './read-data.ts'
import { svg } from './svg.ts'
import { xOf, type View } from './view.ts'

/** More than this and nobody can follow one. */
const MOST_ARROWS = 400
const OUTSIDE = 60
const LEAST_BEND = 14
/** Neighbours this close need no arrow. */
const NEAR = 10

const clamped = ({ width }: View, x: number): number => Math.min(Math.max(x, -OUTSIDE), width + OUTSIDE)

/** From the end of the earlier bar to the start of the later. */
const curve = (view: View, { yOf }: Layout, from: PageCommand, to: PageCommand): string => {
  const x1 = clamped(view, xOf(view, from.end))
  const x2 = clamped(view, xOf(view, to.start))
  const y1 = yOf(from) + BAR_HEIGHT / 2
  const y2 = yOf(to) + BAR_HEIGHT / 2
  if (y1 === y2) return `M${x1},${y1}L${x2},${y2}`
  const bend = Math.max(LEAST_BEND, Math.abs(x2 - x1) / 2)
  return `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`
}

const areNeighbours = (view: View, { yOf }: Layout, from: PageCommand, to: PageCommand): boolean =>
  yOf(from) === yOf(to) && xOf(view, to.start) - xOf(view, from.end) < NEAR

const arrow = (view: View, layout: Layout, classes: string, from: PageCommand, to: PageCommand): SVGPathElement => {
  const path = svg('path', { class: `arrow ${classes}`, d: curve(view, layout, from, to), 'marker-end': 'url(#head)' })
  path.dataset['from'] = String(from.id)
  path.dataset['to'] = String(to.id)
  return path
}

/**
 * An arrow for each wait of the given commands that the program or a hazard asked for; those of in-order queues go without
 * saying. The steps of the critical path are there in any case, on top.
 */
export const drawArrows = (
  timeline: Timeline,
  view: View,
  layout: Layout,
  commands: readonly PageCommand[],
): SVGGElement => {
  const plain: SVGPathElement[] = []
  const critical: SVGPathElement[] = []
  for (const to of commands)
    for (const { id, why } of to.waits) {
      const from = timeline.byId.get(id)
      const isCritical = timeline.critical.get(to.id) === id
      if (from === undefined || areNeighbours(view, layout, from, to)) continue
      const classes = why === 'hazard' ? 'hazard' : 'wait'
      if (isCritical) critical.push(arrow(view, layout, `${classes} critical`, from, to))
      else if (why !== 'queue' && plain.length < MOST_ARROWS) plain.push(arrow(view, layout, classes, from, to))
    }
  return svg('g', { class: 'arrows' }, ...plain, ...critical)
}

/** What one command waits for and what waits for it, and a line from when it was enqueued to when it ran. */
export const drawRelations = (timeline: Timeline, view: View, layout: Layout, command: PageCommand): SVGGElement => {
  const { byId, waiters } = timeline
  const pairs = [
    ...command.waits.map(({ id }) => [byId.get(id), command] as const),
    ...(waiters.get(command.id) ?? []).map((id) => [command, byId.get(id)] as const),
  ]
  const arrows = pairs
    .slice(0, MOST_ARROWS)
    .flatMap(([from, to]) => (from === undefined || to === undefined ? [] : [arrow(view, layout, 'hot', from, to)]))
  const [from, to] = [command.enqueued, command.start].map((time) => clamped(view, xOf(view, time)))
  const y = layout.yOf(command) + BAR_HEIGHT + 2
  const delay = svg('line', { class: 'delay', x1: from ?? 0, x2: to ?? 0, y1: y, y2: y })
  return svg('g', { class: 'relations' }, delay, ...arrows)
}
