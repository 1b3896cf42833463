import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { inWords } from './in-words.ts'

/** Known flags, in the order of `names`, each once; a copy, because the program may change its array. */
export const readFlagList = <Flag extends string>(
  command: string,
  parameter: string,
  names: readonly Flag[],
  value: unknown,
): Either<ClError<'CL_INVALID_VALUE'>, readonly Flag[]> => {
  const invalid = (message: string) => left(refusal('CL_INVALID_VALUE', command, parameter, message))
  if (!Array.isArray(value)) return invalid(`${parameter} is ${inWords(value)}; it must be an array of flags.`)
  for (let i = 0; i < value.length; i++)
    if (!(names as readonly unknown[]).includes(value[i]))
      return invalid(`${parameter}[${i}] is ${inWords(value[i])}; it must be one of ${names.join(', ')}.`)
  return right(names.filter((name) => value.includes(name)))
}
