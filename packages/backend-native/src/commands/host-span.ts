import type { ImageRef } from '@rxcl/core/port'

/** How a box lies in host memory, in bytes. */
export interface HostSpan {
  readonly rowBytes: number
  readonly rows: number
  readonly rowPitch: number
  readonly slices: number
  readonly slicePitch: number
  /** From the first pixel to the end of the last. */
  readonly bytes: number
}

/** In a 1D array each image is one row, and the slice pitch goes from image to image. */
export const hostSpanOf = (
  image: ImageRef,
  region: readonly [number, number, number],
  rowPitch: number,
  slicePitch: number,
): HostSpan => {
  const isRowArray = image.type === '1D_ARRAY'
  const rowBytes = region[0] * image.elementSize
  const rows = isRowArray ? 1 : region[1]
  const slices = isRowArray ? region[1] : region[2]
  return {
    rowBytes,
    rows,
    rowPitch,
    slices,
    slicePitch,
    bytes: (slices - 1) * slicePitch + (rows - 1) * rowPitch + rowBytes,
  }
}

/** Whether there are bytes between the rows or slices that do not belong to the box. */
export const hasGaps = ({ rowBytes, rows, rowPitch, slices, slicePitch }: HostSpan): boolean =>
  (rows > 1 && rowPitch > rowBytes) || (slices > 1 && slicePitch > (rows - 1) * rowPitch + rowBytes)

/**
 * Whether slices begin in the middle of a row of the slice before. The specification allows it for images; NVIDIA 580
 * refuses it, so such rows travel packed.
 */
export const isUneven = ({ rows, rowPitch, slices, slicePitch }: HostSpan): boolean =>
  slices > 1 && rows > 1 && slicePitch % rowPitch !== 0

/** The rows of a box, one after another. */
export const packRows = ({ rowBytes, rows, rowPitch, slices, slicePitch }: HostSpan, bytes: Uint8Array): Uint8Array => {
  const packed = new Uint8Array(rowBytes * rows * slices)
  let to = 0
  for (let slice = 0; slice < slices; slice += 1)
    for (let row = 0; row < rows; row += 1) {
      const from = slice * slicePitch + row * rowPitch
      packed.set(bytes.subarray(from, from + rowBytes), to)
      to += rowBytes
    }
  return packed
}
