import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { SvmObject, SvmPointerObject } from '../../model/svm.ts'
import { inWords } from './in-words.ts'
import { isFilledList, listRefusal } from './list-rule.ts'

/** The parameter of the commands that take several pointers. */
const POINTERS = 'svm_pointers'

/** A pointer into an allocation that is not freed. */
export const isLiveSvmPointer = (value: unknown): value is SvmPointerObject =>
  value instanceof SvmPointerObject && value.allocation instanceof SvmObject && !value.allocation.released

/** `place` is where in the parameter the value stands. */
export const svmPointerRefusal = (
  command: string,
  parameter: string,
  value: unknown,
  place = parameter,
): ClError<'CL_INVALID_VALUE'> =>
  refusal(
    'CL_INVALID_VALUE',
    command,
    parameter,
    value instanceof SvmPointerObject
      ? `${place} points into ${inWords(value.allocation)}; it must point into an SVM allocation that is not freed.`
      : `${place} is ${inWords(value)}; it must be a pointer into an SVM allocation that is not freed.`,
  )

/** The pointers of `svm_pointers`; a copy, because the program may change its array. */
export const readSvmPointers = (
  command: string,
  value: unknown,
): Either<ClError<'CL_INVALID_VALUE'>, readonly SvmPointerObject[]> => {
  if (!isFilledList(value)) return left(listRefusal(command, POINTERS, value, 'SVM pointer'))
  const pointers: SvmPointerObject[] = []
  for (let i = 0; i < value.length; i++) {
    const pointer = value[i]
    if (!isLiveSvmPointer(pointer)) return left(svmPointerRefusal(command, POINTERS, pointer, `${POINTERS}[${i}]`))
    pointers.push(pointer)
  }
  return right(pointers)
}
