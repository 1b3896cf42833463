import { refusal, type ClError } from '../../model/cl-error.ts'
import { inWords } from './in-words.ts'

/** An array that is not empty; nothing is known of its entries. */
export const isFilledList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0

export const listRefusal = (
  command: string,
  parameter: string,
  value: unknown,
  entry: string,
): ClError<'CL_INVALID_VALUE'> =>
  refusal(
    'CL_INVALID_VALUE',
    command,
    parameter,
    `${parameter} is ${Array.isArray(value) ? 'an empty array' : inWords(value)}; ` +
      `it must be an array of at least one ${entry}.`,
  )
