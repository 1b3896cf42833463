import { isSize, SIZE_IN_WORDS } from '../../codec/is-size.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { inWords } from './in-words.ts'

export { isSize }

export const sizeRefusal = (command: string, parameter: string, value: unknown): ClError<'CL_INVALID_VALUE'> =>
  refusal('CL_INVALID_VALUE', command, parameter, `${parameter} is ${inWords(value)}; it must be ${SIZE_IN_WORDS}.`)
