import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Triple } from '../../model/box.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { inWords } from './in-words.ts'
import { isSize } from './size-rule.ts'

/** An origin (`rest` 0) or a region (`rest` 1); what is left out is `rest`, which is also the least value. */
export const readTriple = (
  command: string,
  parameter: string,
  value: unknown,
  rest: 0 | 1,
): Either<ClError<'CL_INVALID_VALUE'>, Triple> => {
  if (!Array.isArray(value) || value.length < 1 || value.length > 3)
    return left(
      refusal(
        'CL_INVALID_VALUE',
        command,
        parameter,
        `${parameter} is ${inWords(value)}; it must be an array of one to three numbers.`,
      ),
    )
  for (let axis = 0; axis < value.length; axis++)
    if (!isSize(value[axis]) || value[axis] < rest)
      return left(
        refusal(
          'CL_INVALID_VALUE',
          command,
          parameter,
          `${parameter}[${axis}] is ${inWords(value[axis])}; it must be a whole number from ${rest} to 2^53 - 1.`,
        ),
      )
  return right([value[0], value[1] ?? rest, value[2] ?? rest])
}
