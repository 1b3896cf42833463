import type { PageCommand, PageLane } from '../src/timeline/page/page-data.ts'

export const AXIS_HEIGHT = 30
export const BAR_HEIGHT = 22
const ROW_HEIGHT = BAR_HEIGHT + 6
const LANE_ROOM = 12
/** Three lines of text. */
const LEAST_LANE_HEIGHT = 68

/** Where things are from top to bottom, in pixels. */
export interface Layout {
  readonly tops: readonly number[]
  readonly heights: readonly number[]
  readonly height: number
  /** The top of a command's bar. */
  readonly yOf: (command: Pick<PageCommand, 'lane' | 'row'>) => number
}

export const layOut = (lanes: readonly PageLane[]): Layout => {
  const heights = lanes.map(({ rows }) => Math.max(LEAST_LANE_HEIGHT, rows * ROW_HEIGHT + 2 * LANE_ROOM))
  const tops: number[] = []
  let top = AXIS_HEIGHT
  for (const height of heights) {
    tops.push(top)
    top += height
  }
  const firsts = lanes.map(({ rows }, lane) => {
    const free = (heights[lane] ?? 0) - rows * ROW_HEIGHT
    return (tops[lane] ?? 0) + (free + ROW_HEIGHT - BAR_HEIGHT) / 2
  })
  return { tops, heights, height: top, yOf: ({ lane, row }) => (firsts[lane] ?? 0) + row * ROW_HEIGHT }
}
