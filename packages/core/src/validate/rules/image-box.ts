import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Triple } from '../../model/box.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { extentOf, type ImageObject } from '../../model/image.ts'
import type { ImageType } from '../../model/image-type.ts'
import { readTriple } from './triple-rule.ts'

/** A box of an image, in pixels and images, with every default filled in. */
export interface ImageBox {
  readonly origin: Triple
  readonly region: Triple
}

type BoxError = ClError<'CL_INVALID_VALUE'>

const AXES = [0, 1, 2] as const

/** How many coordinates a pixel has; the others must be 0 in an origin and 1 in a region. */
const COORDINATES: Readonly<Record<ImageType, 1 | 2 | 3>> = {
  '1D': 1,
  '1D_BUFFER': 1,
  '1D_ARRAY': 2,
  '2D': 2,
  '2D_ARRAY': 3,
  '3D': 3,
}

const unusedAxis = (type: ImageType, triple: Triple, rest: 0 | 1): 1 | 2 | undefined => {
  const used = COORDINATES[type]
  if (used < 2 && triple[1] !== rest) return 1
  if (used < 3 && triple[2] !== rest) return 2
  return undefined
}

const toFarCorner = (extent: Triple, origin: Triple): Triple => [
  Math.max(1, extent[0] - origin[0]),
  Math.max(1, extent[1] - origin[1]),
  Math.max(1, extent[2] - origin[2]),
]

/** An origin with what is left out, shaped as the type of the image asks. */
export const readOrigin = (
  command: string,
  parameter: string,
  image: ImageObject,
  origin: unknown,
): Either<BoxError, Triple> => {
  const from = readTriple(command, parameter, origin, 0)
  if (from._tag === 'Left') return from
  const axis = unusedAxis(image.type, from.right, 0)
  if (axis === undefined) return from
  return left(
    refusal(
      'CL_INVALID_VALUE',
      command,
      parameter,
      `${parameter}[${axis}] is ${from.right[axis]}; in a ${image.type} image it must be 0.`,
    ),
  )
}

/** Refuses a region that an image of this type cannot have. */
export const regionShapeRefusal = (command: string, image: ImageObject, region: Triple): BoxError | undefined => {
  const axis = unusedAxis(image.type, region, 1)
  return axis === undefined
    ? undefined
    : refusal(
        'CL_INVALID_VALUE',
        command,
        'region',
        `region[${axis}] is ${region[axis]}; in a ${image.type} image it must be 1.`,
      )
}

/** A region with what is left out, shaped as the type of the image asks; without one: to the far corner. */
export const readRegion = (
  command: string,
  image: ImageObject,
  origin: Triple,
  region: unknown,
): Either<BoxError, Triple> => {
  if (region === undefined) return right(toFarCorner(extentOf(image), origin))
  const size = readTriple(command, 'region', region, 1)
  if (size._tag === 'Left') return size
  const refused = regionShapeRefusal(command, image, size.right)
  return refused === undefined ? size : left(refused)
}

/** The box that origin and region describe. Whether it lies in the image is for `boxBoundsRefusal`. */
export const readBox = (
  command: string,
  originParameter: string,
  image: ImageObject,
  origin: unknown,
  region: unknown,
): Either<BoxError, ImageBox> => {
  const from = readOrigin(command, originParameter, image, origin)
  if (from._tag === 'Left') return from
  const size = readRegion(command, image, from.right, region)
  return size._tag === 'Left' ? size : right({ origin: from.right, region: size.right })
}

/** Refuses a box that reaches past the image. The origin is at fault where not even one pixel from it is inside. */
export const boxBoundsRefusal = (
  command: string,
  originParameter: string,
  image: ImageObject,
  { origin, region }: ImageBox,
): BoxError | undefined => {
  const extent = extentOf(image)
  for (const axis of AXES) {
    if (origin[axis] < extent[axis] && region[axis] <= extent[axis] - origin[axis]) continue
    const parameter = origin[axis] < extent[axis] ? 'region' : originParameter
    return refusal(
      'CL_INVALID_VALUE',
      command,
      parameter,
      `${region[axis]} from ${origin[axis]} along axis ${axis} leaves the image; it has ${extent[axis]} there.`,
    )
  }
  return undefined
}

/** Bytes of the box where no pitch applies: tightly packed pixels. */
export const packedBytes = (image: ImageObject, region: Triple): number =>
  region[0] * region[1] * region[2] * image.elementSize
