import type { ImageType } from '../../index.ts'
import type { Triple } from '../oracle.ts'

export interface Pitches {
  readonly rowPitch: number
  readonly slicePitch: number
}

/** Pitches that a host side may have for a region: packed, padded rows, padded slices, both; also by odd amounts. */
export const pitchesOf = (type: ImageType, region: Triple, elementSize: number): readonly Pitches[] => {
  const row = region[0] * elementSize
  const rows = [0, row, row + elementSize, row + 3]
  switch (type) {
    case '1D':
    case '1D_BUFFER':
    case '2D':
      return rows.map((rowPitch) => ({ rowPitch, slicePitch: 0 }))
    case '1D_ARRAY':
      return [
        ...rows.map((rowPitch) => ({ rowPitch, slicePitch: 0 })),
        { rowPitch: 0, slicePitch: row + 5 },
        { rowPitch: row + elementSize, slicePitch: row + elementSize * 3 },
      ]
    case '2D_ARRAY':
    case '3D':
      return [
        ...rows.map((rowPitch) => ({ rowPitch, slicePitch: 0 })),
        { rowPitch: 0, slicePitch: row * region[1] + 7 },
        { rowPitch: row + 3, slicePitch: (row + 3) * (region[1] + 1) },
      ]
  }
}
