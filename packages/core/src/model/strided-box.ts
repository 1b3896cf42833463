/**
 * Bytes of one memory: `slices` × `rows` rows of `rowBytes` bytes, each slice and row its pitch after the one before.
 * A range of bytes is a box of one row. Rows do not overlap one another.
 */
export interface StridedBox {
  /** What two boxes must share to share bytes: a buffer that is no part, an image, an SVM allocation, an ArrayBuffer. */
  readonly memory: object
  readonly start: number
  readonly rowBytes: number
  readonly rows: number
  readonly rowPitch: number
  readonly slices: number
  readonly slicePitch: number
}

/** `size` bytes from `start`. */
export const byteRange = (memory: object, start: number, size: number): StridedBox => ({
  memory,
  start,
  rowBytes: size,
  rows: 1,
  rowPitch: size,
  slices: 1,
  slicePitch: size,
})

/** One past the last byte. */
export const endOf = ({ start, rowBytes, rows, rowPitch, slices, slicePitch }: StridedBox): number =>
  start + (slices - 1) * slicePitch + (rows - 1) * rowPitch + rowBytes

const isEmpty = ({ rowBytes, rows, slices }: StridedBox): boolean => rowBytes === 0 || rows === 0 || slices === 0

/** The first of `count` steps of `pitch` from `start` whose `span` bytes reach past `from`. */
const firstStep = (start: number, pitch: number, span: number, from: number): number =>
  from < start + span ? 0 : Math.floor((from - start - span) / pitch) + 1

/** Whether the bytes from `from` up to `to` meet a row of the box. */
const meetsRow = (box: StridedBox, from: number, to: number): boolean => {
  const { start, rowBytes, rows, rowPitch, slices, slicePitch } = box
  const span = (rows - 1) * rowPitch + rowBytes
  // A range of a whole slice pitch meets some row, so that few slices are looked at.
  for (let slice = firstStep(start, slicePitch, span, from); slice < slices; slice += 1) {
    const base = start + slice * slicePitch
    if (base >= to) return false
    const row = firstStep(base, rowPitch, rowBytes, from)
    if (row < rows && base + row * rowPitch < to) return true
  }
  return false
}

const isOneRow = ({ rows, slices }: StridedBox): boolean => rows === 1 && slices === 1

/**
 * Whether rows and slices of a box can be compared as coordinates with those of another of the same pitches: no row
 * reaches into the next, no slice into the next.
 */
const hasCoordinates = ({ start, rowBytes, rows, rowPitch, slicePitch }: StridedBox): boolean =>
  (start % rowPitch) + rowBytes <= rowPitch && (start % slicePitch) + (rows - 1) * rowPitch + rowBytes <= slicePitch

const areComparable = (a: StridedBox, b: StridedBox): boolean =>
  a.rowPitch === b.rowPitch &&
  a.slicePitch === b.slicePitch &&
  a.slicePitch % a.rowPitch === 0 &&
  hasCoordinates(a) &&
  hasCoordinates(b)

/** How many steps of `pitch` lie before `start`, which is inside a whole of `within`. */
const stepsBefore = (start: number, pitch: number, within: number): number => Math.floor((start % within) / pitch)

const comparableOverlap = (a: StridedBox, b: StridedBox): boolean => {
  const { rowPitch, slicePitch } = a
  const ax = a.start % rowPitch
  const bx = b.start % rowPitch
  if (ax >= bx + b.rowBytes || bx >= ax + a.rowBytes) return false
  const ay = stepsBefore(a.start, rowPitch, slicePitch)
  const by = stepsBefore(b.start, rowPitch, slicePitch)
  if (ay >= by + b.rows || by >= ay + a.rows) return false
  const az = Math.floor(a.start / slicePitch)
  const bz = Math.floor(b.start / slicePitch)
  return az < bz + b.slices && bz < az + a.slices
}

const comparableCover = (a: StridedBox, b: StridedBox): boolean => {
  const { rowPitch, slicePitch } = a
  const ax = a.start % rowPitch
  const bx = b.start % rowPitch
  if (bx < ax || bx + b.rowBytes > ax + a.rowBytes) return false
  const ay = stepsBefore(a.start, rowPitch, slicePitch)
  const by = stepsBefore(b.start, rowPitch, slicePitch)
  if (by < ay || by + b.rows > ay + a.rows) return false
  const az = Math.floor(a.start / slicePitch)
  const bz = Math.floor(b.start / slicePitch)
  return bz >= az && bz + b.slices <= az + a.slices
}

/** Whether the bytes of a box follow one another without a gap. */
const isGapless = ({ rowBytes, rows, rowPitch, slices, slicePitch }: StridedBox): boolean =>
  (rows === 1 || rowPitch === rowBytes) && (slices === 1 || slicePitch === (rows - 1) * rowPitch + rowBytes)

/** Whether every byte of `b` is surely one of `a`: a false may be wrong for boxes of unequal pitches, a true never is. */
export const surelyCovers = (a: StridedBox, b: StridedBox): boolean => {
  if (a.memory !== b.memory || a.start > b.start || isEmpty(a) || endOf(a) < endOf(b)) return false
  return isGapless(a) || (areComparable(a, b) && comparableCover(a, b))
}

/**
 * Whether two boxes have a byte in common. Exact; takes no longer for large boxes where both have the same pitches and no
 * row reaches into the next, as parts of one image do; else time for each row of the box that has fewer.
 */
export const boxesOverlap = (a: StridedBox, b: StridedBox): boolean => {
  if (a.memory !== b.memory || isEmpty(a) || isEmpty(b)) return false
  if (a.start >= endOf(b) || b.start >= endOf(a)) return false
  if (isOneRow(a) && isOneRow(b)) return true
  if (areComparable(a, b)) return comparableOverlap(a, b)
  const [few, many] = a.rows * a.slices <= b.rows * b.slices ? [a, b] : [b, a]
  for (let slice = 0; slice < few.slices; slice += 1)
    for (let row = 0; row < few.rows; row += 1) {
      const from = few.start + slice * few.slicePitch + row * few.rowPitch
      if (meetsRow(many, from, from + few.rowBytes)) return true
    }
  return false
}
