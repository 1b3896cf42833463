import type { PageLane } from '../src/timeline/page/page-data.ts'
import { shareInWords } from '../src/timeline/page/words.ts'
import { AXIS_HEIGHT, type Layout } from './layout.ts'
import { html } from './svg.ts'

const labelOf = (lane: PageLane, total: number, height: number): HTMLElement => {
  const order = lane.outOfOrder ? 'out of order' : 'in order'
  const label = html(
    'div',
    'lane-label',
    html('strong', '', lane.name),
    html('span', '', lane.device),
    html('span', '', `${order}, ${shareInWords(lane.busy, total)} busy`),
  )
  label.title = `${lane.name}, ${lane.device}${lane.profiling ? '' : '; without profiling: timed by the host'}`
  label.style.height = `${height}px`
  return label
}

/** The names of the lanes, beside them. */
export const drawLabels = (lanes: readonly PageLane[], total: number, { heights }: Layout): HTMLElement => {
  const labels = html('div', 'labels')
  labels.style.paddingTop = `${AXIS_HEIGHT}px`
  labels.append(...lanes.map((lane, index) => labelOf(lane, total, heights[index] ?? 0)))
  return labels
}
