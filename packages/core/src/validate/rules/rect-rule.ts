import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Triple } from '../../model/box.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { isSize, sizeRefusal } from './size-rule.ts'

/** Bytes from row to row and from slice to slice, never 0. */
export interface RectPitches {
  readonly row: number
  readonly slice: number
}

/** The parameters of one side of a command on boxes of bytes. */
export interface RectNames {
  readonly memory: string
  readonly origin: string
  readonly row: string
  readonly slice: string
}

type RectError = ClError<'CL_INVALID_VALUE'>

const invalid = (command: string, parameter: string, message: string): Either<RectError, never> =>
  left(refusal('CL_INVALID_VALUE', command, parameter, message))

/**
 * The pitches with their defaults: a row pitch of 0 stands for tightly packed rows, a slice pitch of 0 for tightly
 * packed slices. A slice pitch has to hold all rows and to be so many whole rows, each at the row pitch in force.
 */
export const readRectPitches = (
  command: string,
  names: RectNames,
  region: Triple,
  rowPitch: unknown,
  slicePitch: unknown,
): Either<RectError, RectPitches> => {
  if (!isSize(rowPitch)) return left(sizeRefusal(command, names.row, rowPitch))
  if (rowPitch !== 0 && rowPitch < region[0])
    return invalid(command, names.row, `${names.row} is ${rowPitch}; it must be 0 or at least ${region[0]}.`)
  if (!isSize(slicePitch)) return left(sizeRefusal(command, names.slice, slicePitch))
  const row = rowPitch === 0 ? region[0] : rowPitch
  const tightSlice = region[1] * row
  if (slicePitch === 0) return right({ row, slice: tightSlice })
  if (slicePitch < tightSlice)
    return invalid(command, names.slice, `${names.slice} is ${slicePitch}; it must be 0 or at least ${tightSlice}.`)
  if (slicePitch % row !== 0)
    return invalid(command, names.slice, `${names.slice} is ${slicePitch}; it must be 0 or a multiple of ${row}.`)
  return right({ row, slice: slicePitch })
}

/** The first byte of the box. Sums past 2^53 are inexact, but stay past 2^53. */
export const rectStart = (origin: Triple, { row, slice }: RectPitches): number =>
  origin[0] + origin[1] * row + origin[2] * slice

/** One past the last byte of the box. */
export const rectEnd = (origin: Triple, region: Triple, pitches: RectPitches): number =>
  rectStart(origin, pitches) + (region[2] - 1) * pitches.slice + (region[1] - 1) * pitches.row + region[0]

/** Refuses a box that reaches past the memory. The origin is at fault where its own byte is not inside. */
export const rectBoundsRefusal = (
  command: string,
  names: RectNames,
  total: number,
  origin: Triple,
  region: Triple,
  pitches: RectPitches,
): RectError | undefined => {
  const end = rectEnd(origin, region, pitches)
  if (end <= total) return undefined
  const start = rectStart(origin, pitches)
  return refusal(
    'CL_INVALID_VALUE',
    command,
    start < total ? 'region' : names.origin,
    `The box takes the bytes from ${start} up to ${end} of ${names.memory}; it has ${total} bytes.`,
  )
}
