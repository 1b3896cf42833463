import type { BufferObject } from '../../model/buffer.ts'

/** Whether two ranges of `size` bytes share a byte; empty ranges share none. */
export const rangesOverlap = (a: number, b: number, size: number): boolean => (a < b ? b - a : a - b) < size

/**
 * Whether a copy reads and writes the same bytes. A part and its parent share bytes as two parts do: the specification
 * names only the latter, the effect is the same.
 */
export const buffersOverlap = (
  src: BufferObject,
  srcOffset: number,
  dst: BufferObject,
  dstOffset: number,
  size: number,
): boolean =>
  (src.parent ?? src) === (dst.parent ?? dst) && rangesOverlap(src.origin + srcOffset, dst.origin + dstOffset, size)
