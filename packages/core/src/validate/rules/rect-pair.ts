import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Triple } from '../../model/box.ts'
import type { ClError } from '../../model/cl-error.ts'
import { readRectPitches, type RectNames, type RectPitches } from './rect-rule.ts'
import { readTriple } from './triple-rule.ts'

/** One side of a copy of rectangles, as given. */
export interface GivenRect {
  readonly names: RectNames
  readonly origin: unknown
  readonly rowPitch: unknown
  readonly slicePitch: unknown
}

/** One side, with every default filled in. */
export interface RectSide {
  readonly origin: Triple
  readonly pitches: RectPitches
}

export interface RectPair {
  readonly first: RectSide
  readonly second: RectSide
  readonly region: Triple
}

/** Both sides of a copy of rectangles, each value alone, in the C order of the parameters. Bounds are for `rectBoundsRefusal`. */
export const readRectPair = (
  command: string,
  first: GivenRect,
  second: GivenRect,
  givenRegion: unknown,
): Either<ClError<'CL_INVALID_VALUE'>, RectPair> => {
  const firstOrigin = readTriple(command, first.names.origin, first.origin, 0)
  if (firstOrigin._tag === 'Left') return firstOrigin
  const secondOrigin = readTriple(command, second.names.origin, second.origin, 0)
  if (secondOrigin._tag === 'Left') return secondOrigin
  const region = readTriple(command, 'region', givenRegion, 1)
  if (region._tag === 'Left') return region
  const firstPitches = readRectPitches(command, first.names, region.right, first.rowPitch, first.slicePitch)
  if (firstPitches._tag === 'Left') return firstPitches
  const secondPitches = readRectPitches(command, second.names, region.right, second.rowPitch, second.slicePitch)
  if (secondPitches._tag === 'Left') return secondPitches
  return right({
    first: { origin: firstOrigin.right, pitches: firstPitches.right },
    second: { origin: secondOrigin.right, pitches: secondPitches.right },
    region: region.right,
  })
}
