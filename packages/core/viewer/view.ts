/** What part of the time is shown, in microseconds, and on how many pixels. */
export interface View {
  readonly from: number
  readonly to: number
  readonly width: number
}

/** No closer than this: stamps have whole nanoseconds. */
const SHORTEST = 0.01

export const xOf = ({ from, to, width }: View, time: number): number => ((time - from) / (to - from)) * width

export const timeAt = ({ from, to, width }: View, x: number): number => from + (x / width) * (to - from)

/** All of it, with a little room on both sides. */
export const wholeView = (total: number, width: number): View => {
  const room = Math.max(total, SHORTEST) * 0.02
  return { from: -room, to: Math.max(total, SHORTEST) + room, width }
}

/** The same length within the whole. */
const within = (view: View, total: number): View => {
  const all = wholeView(total, view.width)
  const length = Math.min(view.to - view.from, all.to - all.from)
  const from = Math.min(Math.max(view.from, all.from), all.to - length)
  return { from, to: from + length, width: view.width }
}

/** `factor` times as much time, with the moment at `x` staying where it is. */
export const zoomed = (view: View, total: number, factor: number, x: number): View => {
  const length = Math.max(SHORTEST, (view.to - view.from) * factor)
  const from = timeAt(view, x) - (x / view.width) * length
  return within({ from, to: from + length, width: view.width }, total)
}

/** Moved by pixels; later times come in for positive ones. */
export const moved = (view: View, total: number, pixels: number): View => {
  const time = (pixels / view.width) * (view.to - view.from)
  return within({ from: view.from + time, to: view.to + time, width: view.width }, total)
}
