import { boxesOverlap, endOf, type StridedBox } from '../../model/strided-box.ts'

/** Whether ranges of `length` bytes, repeated each `pitch` bytes, pass by ranges of the same kind `distance` further. */
const passBy = (distance: number, pitch: number, length: number): boolean => {
  const phase = distance % pitch
  return phase >= length && phase + length <= pitch
}

/**
 * Whether two boxes of one shape share a byte. With equal pitches these are the three tests of Appendix D of the
 * specification, in a form that knows sub-buffers: only the distance between the first bytes counts. The appendix
 * knows one pair of pitches; where two are given, row is compared with row.
 */
export const rectsOverlap = (a: StridedBox, b: StridedBox): boolean => {
  if (a.memory !== b.memory) return false
  if (a.rowPitch !== b.rowPitch || a.slicePitch !== b.slicePitch) return boxesOverlap(a, b)
  if (endOf(a) <= b.start || endOf(b) <= a.start) return false
  const distance = Math.abs(a.start - b.start)
  if (passBy(distance, a.rowPitch, a.rowBytes)) return false
  return !passBy(distance, a.slicePitch, (a.rows - 1) * a.rowPitch + a.rowBytes)
}
