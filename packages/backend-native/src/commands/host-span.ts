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
