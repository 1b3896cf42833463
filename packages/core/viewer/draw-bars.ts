import { kindOf, type Kind } from '../src/timeline/page/kinds.ts'
import type { PageCommand } from '../src/timeline/page/page-data.ts'
import { countInWords } from '../src/timeline/page/words.ts'
import { BAR_HEIGHT, type Layout } from './layout.ts'
import type { Timeline } from './read-data.ts'
import { svg } from './svg.ts'
import type { View } from './view.ts'
import { visibleBars, type Bar } from './visible.ts'

/** Pixels of a letter, a little more than it needs. */
const LETTER = 6.8
const LABEL_ROOM = 16
const FEWEST_LETTERS = 4

/** Bars begin and end a little outside of the view at most: browsers draw no good lines to far-away places. */
const OUTSIDE = 40

/** What the commands of a bar do for the longest time in sum. */
const mainKind = (commands: Bar['commands']): Kind => {
  const times = new Map<Kind, number>()
  for (const { command, start, end } of commands) {
    const kind = kindOf(command)
    times.set(kind, (times.get(kind) ?? 0) + end - start)
  }
  return [...times].reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}

const classesOf = (commands: Bar['commands'], { critical }: Timeline): string => {
  const [{ by }] = commands
  const classes = ['bar', mainKind(commands)]
  if (commands.length > 1) classes.push('many')
  else if (by !== 'device') classes.push(by)
  if (commands.some(({ id }) => critical.has(id))) classes.push('critical')
  if (commands.some(({ status }) => status < 0)) classes.push('failed')
  return classes.join(' ')
}

const labelOf = ({ commands }: Bar, width: number): string | undefined => {
  const letters = Math.floor((width - LABEL_ROOM) / LETTER)
  const [{ command }] = commands
  const label = commands.length === 1 ? command : countInWords(commands.length, 'command')
  if (letters >= label.length) return label
  return letters >= FEWEST_LETTERS && commands.length === 1 ? `${label.slice(0, letters - 1)}…` : undefined
}

/** Draws the bars of a view. Answers them, and the commands that have one of their own. */
export const drawBars = (
  timeline: Timeline,
  view: View,
  { yOf }: Layout,
): { readonly bars: SVGGElement; readonly drawn: readonly Bar[]; readonly single: readonly PageCommand[] } => {
  const bars = svg('g', { class: 'bars' })
  const single: PageCommand[] = []
  const drawn = timeline.rows.flat().flatMap((row) => visibleBars(row, view))
  for (const bar of drawn) {
    const [first] = bar.commands
    const x = Math.max(bar.x, -OUTSIDE)
    const width = Math.min(bar.x + bar.width, view.width + OUTSIDE) - x
    const y = yOf(first)
    const rect = svg('rect', { class: classesOf(bar.commands, timeline), x, y, width, height: BAR_HEIGHT, rx: 3 })
    rect.dataset['id'] = String(first.id)
    rect.dataset['count'] = String(bar.commands.length)
    bars.append(rect)
    if (bar.commands.length === 1) single.push(first)
    const shown = Math.min(x + width, view.width) - Math.max(x, 0)
    const label = labelOf(bar, shown)
    if (label !== undefined)
      bars.append(svg('text', { class: 'label', x: Math.max(x, 0) + 7, y: y + BAR_HEIGHT / 2 }, label))
  }
  return { bars, drawn, single }
}
