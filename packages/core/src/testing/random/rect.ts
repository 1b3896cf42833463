import type { Triple } from '../oracle.ts'
import { meet, rectPlaces, rectSpan, rectStart, type Rect } from './places.ts'
import type { Step } from './step.ts'

/** Pitches as a command is given them: 0 for what is tightly packed. */
export interface Pitches {
  readonly row: number
  readonly slice: number
}

/** A size in bytes, rows and slices; every box of it and of `pitchesOf` spans 87 bytes at most. */
export const regionOf = ({ size }: Step): Triple => [1 + (size[0] % 9), 1 + (size[1] % 3), 1 + (size[2] % 2)]

export const pitchesOf = (region: Triple, seed: number): Pitches => {
  const row = seed % 3 === 0 ? 0 : region[0] + (seed % 5)
  const inForce = row === 0 ? region[0] : row
  return { row, slice: seed % 2 === 0 ? 0 : inForce * (region[1] + (seed % 2)) }
}

/** What pitches of 0 stand for. */
const inForce = (region: Triple, { row, slice }: Pitches): Pitches => {
  const rowInForce = row === 0 ? region[0] : row
  return { row: rowInForce, slice: slice === 0 ? region[1] * rowInForce : slice }
}

/** A box within `total` bytes, where it fits. */
export const rectIn = (region: Triple, pitches: Pitches, at: Triple, total: number): Rect => {
  const { row: rowPitch, slice: slicePitch } = inForce(region, pitches)
  const free = total - rectSpan({ region, rowPitch, slicePitch })
  const [y, z] = [at[1] % 3, at[2] % 2]
  const steps: Triple = y * rowPitch + z * slicePitch <= free ? [0, y, z] : [0, 0, 0]
  const room = Math.max(0, free - steps[1] * rowPitch - steps[2] * slicePitch)
  return { origin: [at[0] % (room + 1), steps[1], steps[2]], region, rowPitch, slicePitch }
}

export const arePitches = (region: Triple, { row, slice }: Pitches): boolean => {
  if (row !== 0 && row < region[0]) return false
  const { row: rowInForce } = inForce(region, { row, slice })
  return slice === 0 || (slice >= region[1] * rowInForce && slice % rowInForce === 0)
}

export const isRectInside = (rect: Rect, total: number): boolean => rectStart(rect) + rectSpan(rect) <= total

/** Where a box lies in the memory behind a view. */
const startIn = ({ byteOffset }: Uint8Array, rect: Rect): number => byteOffset + rectStart(rect)

/** Whether rows or slices of a box reach into the next ones of the grid that its pitches make. */
const wraps = (bytes: Uint8Array, rect: Rect): boolean => {
  const { region, rowPitch, slicePitch } = rect
  const start = startIn(bytes, rect)
  return (
    (start % rowPitch) + region[0] > rowPitch ||
    (start % slicePitch) + (region[1] - 1) * rowPitch + region[0] > slicePitch
  )
}

export type Overlap = 'none' | 'some' | 'may be taken for some'

/**
 * Whether two boxes share a byte. The test of the specification for equal pitches may find that boxes overlap that do not,
 * where they wrap.
 */
export const overlapOf = (a: Uint8Array, aRect: Rect, b: Uint8Array, bRect: Rect): Overlap => {
  if (a.buffer !== b.buffer) return 'none'
  if (meet(rectPlaces(a, aRect), rectPlaces(b, bRect))) return 'some'
  if (aRect.rowPitch !== bRect.rowPitch || aRect.slicePitch !== bRect.slicePitch) return 'none'
  return wraps(a, aRect) || wraps(b, bRect) ? 'may be taken for some' : 'none'
}
