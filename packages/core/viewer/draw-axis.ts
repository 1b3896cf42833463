import { AXIS_HEIGHT, type Layout } from './layout.ts'
import { svg } from './svg.ts'
import { xOf, type View } from './view.ts'

const PIXELS_PER_STEP = 110

/** 1, 2 or 5 times a power of ten, so that labels have room. */
const stepFor = ({ from, to, width }: View): number => {
  const least = ((to - from) * PIXELS_PER_STEP) / width
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5].find((digit) => digit * power >= least) ?? 10)
}

const UNITS = [
  [1e6, 's'],
  [1e3, 'ms'],
  [1, 'µs'],
] as const

/** With as many digits as neighbours need to differ. */
const labelOf = (time: number, step: number): string => {
  const [size, unit] = UNITS.find(([least]) => time >= least) ?? [0.001, 'ns']
  const digits = Math.max(0, Math.ceil(-Math.log10(step / size) - 1e-9))
  return `${(time / size).toFixed(digits)} ${unit}`
}

/** Lanes, lines for round times, and the times. */
export const drawAxis = (view: View, { tops, heights, height }: Layout): SVGGElement => {
  const axis = svg('g', { class: 'axis' })
  for (const [lane, top] of tops.entries())
    axis.append(svg('rect', { class: 'lane', x: 0, y: top, width: view.width, height: heights[lane] ?? 0 }))
  const step = stepFor(view)
  for (let count = Math.ceil(Math.max(0, view.from) / step); count * step <= view.to; count += 1) {
    const x = xOf(view, count * step)
    axis.append(svg('line', { class: 'grid', x1: x, x2: x, y1: AXIS_HEIGHT - 6, y2: height }))
    const label = count === 0 ? '0' : labelOf(count * step, step)
    if (x < view.width - 24) axis.append(svg('text', { class: 'time', x: x + 4, y: AXIS_HEIGHT - 12 }, label))
  }
  return axis
}
