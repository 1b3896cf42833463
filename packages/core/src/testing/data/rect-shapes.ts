import type { RectSide, Triple } from '../oracle.ts'

/** Bytes of the memory on either side of a case. */
export const RECT_SIZE = 480

/** Where the box of one side lies. */
export type RectPlace = Omit<RectSide, 'bytes' | 'start'>

export interface RectShape {
  readonly name: string
  readonly region: Triple
  /** Two sides, which the cases also swap. */
  readonly a: RectPlace
  readonly b: RectPlace
}

const TIGHT: RectPlace = {}

/** Boxes of bytes, rows and slices that fit RECT_SIZE bytes on either side. */
export const RECT_SHAPES: readonly RectShape[] = [
  { name: 'one byte', region: [1, 1, 1], a: TIGHT, b: { origin: [RECT_SIZE - 1, 0, 0] } },
  { name: 'one row', region: [37, 1, 1], a: { origin: [3, 0, 0] }, b: { origin: [5, 2, 0] } },
  { name: 'tight rows on both sides', region: [11, 7, 1], a: TIGHT, b: { origin: [1, 3, 0] } },
  { name: 'tight slices on both sides', region: [7, 5, 3], a: TIGHT, b: { origin: [2, 1, 1] } },
  {
    name: 'rows with gaps into tight ones',
    region: [7, 5, 3],
    a: { rowPitch: 13, origin: [4, 1, 1] },
    b: TIGHT,
  },
  {
    name: 'rows and slices with gaps, unequal on the two sides',
    region: [7, 5, 3],
    a: { rowPitch: 11, slicePitch: 11 * 9, origin: [3, 2, 1] },
    b: { rowPitch: 13, slicePitch: 13 * 6, origin: [1, 0, 2] },
  },
  {
    name: 'a slice pitch on tight rows',
    region: [9, 3, 4],
    a: { slicePitch: 9 * 5 },
    b: { origin: [0, 1, 1], slicePitch: 9 * 4 },
  },
  {
    name: 'an origin that reaches past its row',
    region: [5, 4, 2],
    a: { origin: [9, 1, 0], rowPitch: 8, slicePitch: 64 },
    b: { origin: [0, 0, 3], rowPitch: 8, slicePitch: 32 },
  },
  { name: 'slices of one row', region: [6, 1, 7], a: { slicePitch: 6 * 4 }, b: { slicePitch: 6 * 9 } },
  { name: 'columns of one byte', region: [1, 19, 4], a: { rowPitch: 5 }, b: { rowPitch: 3, slicePitch: 3 * 20 } },
]

/** Each shape, and each with its sides swapped. */
export const BOTH_WAYS: readonly RectShape[] = RECT_SHAPES.flatMap((shape) => [
  shape,
  { ...shape, name: `${shape.name}, the other way round`, a: shape.b, b: shape.a },
])
