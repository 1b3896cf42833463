import type { Box, Triple } from '../oracle.ts'
import { rectPlaces, type Places } from './places.ts'
import type { Step } from './step.ts'
import type { ImageTwin } from './world.ts'

export interface Range {
  readonly offset: number
  readonly size: number
}

/** A range within `total` bytes; a wild one may pass the end by a little. */
export const rangeOf = (step: Step, at: number, size: number, total: number): Range => {
  if (step.wild) return { offset: at % (total + 4), size: size % (total + 4) }
  const offset = at % (total + 1)
  return { offset, size: size % (total - offset + 1) }
}

/** Where `size` bytes start within `total`; a wild start may leave too little room. */
export const startOf = (step: Step, at: number, size: number, total: number): number =>
  step.wild || size > total ? at % (total + 4) : at % (total - size + 1)

export const fits = ({ offset, size }: Range, total: number): boolean => offset + size <= total

export const boxOf = (step: Step, at: Triple, size: Triple, extent: Triple): Box => {
  const axis = (index: 0 | 1 | 2): readonly [number, number] => {
    const limit = extent[index]
    if (step.wild) return [at[index] % (limit + 1), size[index] % (limit + 2)]
    const origin = at[index] % limit
    return [origin, 1 + (size[index] % (limit - origin))]
  }
  const [[x, w], [y, h], [z, d]] = [axis(0), axis(1), axis(2)]
  return { origin: [x, y, z], region: [w, h, d] }
}

export const isInside = ({ origin, region }: Box, extent: Triple): boolean =>
  ([0, 1, 2] as const).every((axis) => region[axis] > 0 && origin[axis] + region[axis] <= extent[axis])

/** The bytes of a box of an image. */
export const boxPlaces = (
  { bytes, elementSize, rowPitch, slicePitch }: ImageTwin,
  { origin: [x, y, z], region: [w, h, d] }: Box,
): Places =>
  rectPlaces(bytes, { origin: [x * elementSize, y, z], region: [w * elementSize, h, d], rowPitch, slicePitch })
