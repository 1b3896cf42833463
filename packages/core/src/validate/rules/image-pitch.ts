import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Triple } from '../../model/box.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ImageObject } from '../../model/image.ts'
import { isSize, sizeRefusal } from './size-rule.ts'

/** How a box lies in host memory: bytes from row to row and from slice to slice, never 0. */
export interface HostLayout {
  readonly row: number
  /** From slice to slice of a 3D image, from image to image of an array. */
  readonly slice: number
  /** Bytes from the first pixel to the end of the last one. */
  readonly span: number
  /** Bytes of whole slices: what the library allocates. */
  readonly bytes: number
}

type PitchError = ClError<'CL_INVALID_VALUE'>

const invalid = (command: string, parameter: string, message: string): Either<PitchError, never> =>
  left(refusal('CL_INVALID_VALUE', command, parameter, message))

/**
 * The pitches with their defaults: a row pitch of 0 stands for tightly packed rows, a slice pitch of 0 for tightly
 * packed slices. The specification asks for pitches that are large enough without naming a code; it is
 * CL_INVALID_VALUE here. In a 1D array each image is one row, and the slice pitch goes from image to image.
 */
export const readLayout = (
  command: string,
  names: { readonly row: string; readonly slice: string },
  image: ImageObject,
  region: Triple,
  rowPitch: unknown,
  slicePitch: unknown,
): Either<PitchError, HostLayout> => {
  const isRowArray = image.type === '1D_ARRAY'
  const hasSlices = isRowArray || image.type === '2D_ARRAY' || image.type === '3D'
  const rows = isRowArray ? 1 : region[1]
  const slices = isRowArray ? region[1] : region[2]
  const tightRow = region[0] * image.elementSize
  if (!isSize(rowPitch)) return left(sizeRefusal(command, names.row, rowPitch))
  if (rowPitch !== 0 && rowPitch < tightRow)
    return invalid(command, names.row, `${names.row} is ${rowPitch}; it must be 0 or at least ${tightRow}.`)
  if (!isSize(slicePitch)) return left(sizeRefusal(command, names.slice, slicePitch))
  if (slicePitch !== 0 && !hasSlices)
    return invalid(command, names.slice, `${names.slice} is ${slicePitch}; for a ${image.type} image it must be 0.`)
  const row = rowPitch === 0 ? tightRow : rowPitch
  const tightSlice = row * rows
  if (slicePitch !== 0 && slicePitch < tightSlice)
    return invalid(command, names.slice, `${names.slice} is ${slicePitch}; it must be 0 or at least ${tightSlice}.`)
  const slice = slicePitch === 0 ? tightSlice : slicePitch
  return right({
    row,
    slice,
    span: (slices - 1) * slice + (rows - 1) * row + tightRow,
    bytes: slices * slice,
  })
}
