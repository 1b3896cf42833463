import type { PageCommand } from '../src/timeline/page/page-data.ts'
import { drawArrows, drawRelations } from './draw-arrows.ts'
import { drawAxis } from './draw-axis.ts'
import { drawBars } from './draw-bars.ts'
import { drawLabels } from './labels.ts'
import { layOut, type Layout } from './layout.ts'
import type { Timeline } from './read-data.ts'
import { html, svg } from './svg.ts'
import type { Bar } from './visible.ts'
import { moved, wholeView, zoomed, type View } from './view.ts'

/** The head of an arrow, and the hatching of a command that has failed. */
const definitions = (): SVGDefsElement =>
  svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: 'failed', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { class: 'ground', width: 6, height: 6 }),
      svg('rect', { class: 'stripe', width: 2, height: 6 }),
    ),
    svg(
      'marker',
      {
        id: 'head',
        viewBox: '0 0 8 8',
        refX: 7,
        refY: 4,
        markerWidth: 8,
        markerHeight: 8,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto-start-reverse',
      },
      svg('path', { d: 'M0,0.5L8,4L0,7.5z', fill: 'context-stroke' }),
    ),
  )

/** The place in the nearest of the bars, or the wanted place itself where there is none. */
const nearestTo = (wanted: number, bars: readonly Bar[]): number => {
  const places = bars.map(({ x, width }) => Math.min(Math.max(wanted, x), x + width))
  return places.reduce(
    (nearest, place) => (Math.abs(place - wanted) < Math.abs(nearest - wanted) ? place : nearest),
    places[0] ?? wanted,
  )
}

/** The drawing and what part of it is shown. */
export class Chart {
  readonly plot: HTMLElement
  readonly #timeline: Timeline
  readonly #layout: Layout
  readonly #svg: SVGSVGElement
  #view: View
  #bars: readonly Bar[] = []
  #relations: SVGGElement | undefined
  #isDue = false

  constructor(parent: HTMLElement, timeline: Timeline) {
    this.#timeline = timeline
    this.#layout = layOut(timeline.lanes)
    this.#svg = svg('svg', { height: this.#layout.height, width: '100%' })
    this.plot = html('div', 'plot', this.#svg)
    parent.append(drawLabels(timeline.lanes, timeline.total, this.#layout), this.plot)
    this.#view = wholeView(timeline.total, this.#width)
    this.#draw()
    new ResizeObserver(() => this.#show({ ...this.#view, width: this.#width })).observe(this.plot)
  }

  /** Shows `factor` times as much; the moment at `x` stays where it is, or the command nearest to the middle. */
  zoom(factor: number, x: number = nearestTo(this.#view.width / 2, this.#bars)): void {
    this.#show(zoomed(this.#view, this.#timeline.total, factor, x))
  }

  move(pixels: number): void {
    this.#show(moved(this.#view, this.#timeline.total, pixels))
  }

  showAll(): void {
    this.#show(wholeView(this.#timeline.total, this.#width))
  }

  /** Shows what a command waits for and what waits for it; undefined hides it. */
  relate(command: PageCommand | undefined): void {
    this.#relations?.remove()
    this.#relations =
      command === undefined ? undefined : drawRelations(this.#timeline, this.#view, this.#layout, command)
    if (this.#relations !== undefined) this.#svg.append(this.#relations)
  }

  get #width(): number {
    return Math.max(1, this.plot.clientWidth)
  }

  #show(view: View): void {
    this.#view = view
    if (this.#isDue) return
    this.#isDue = true
    requestAnimationFrame(() => {
      this.#isDue = false
      this.#draw()
    })
  }

  #draw(): void {
    const { bars, drawn, single } = drawBars(this.#timeline, this.#view, this.#layout)
    const arrows = drawArrows(this.#timeline, this.#view, this.#layout, single)
    this.#relations = undefined
    this.#bars = drawn
    this.#svg.replaceChildren(definitions(), drawAxis(this.#view, this.#layout), bars, arrows)
  }
}
