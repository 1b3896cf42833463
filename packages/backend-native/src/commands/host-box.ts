import type { PortReadBufferRect, PortWriteBufferRect } from '@rxcl/core/port'

/** Where the box of a rect command lies in its host memory: the first byte, and how many there are to the last. */
export const hostBoxOf = ({
  hostOrigin,
  region,
  hostRowPitch,
  hostSlicePitch,
}: PortWriteBufferRect | PortReadBufferRect): { readonly start: number; readonly bytes: number } => ({
  start: hostOrigin[0] + hostOrigin[1] * hostRowPitch + hostOrigin[2] * hostSlicePitch,
  bytes: (region[2] - 1) * hostSlicePitch + (region[1] - 1) * hostRowPitch + region[0],
})
