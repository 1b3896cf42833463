import type { Mismatch } from '../../codec/mismatch.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { StatusCode } from '../../model/status-codes.ts'
import { inWords } from './in-words.ts'

/** What a mis-shaped description is refused with. */
export const mismatchRefusal = <Code extends StatusCode>(
  code: Code,
  command: string,
  parameter: string,
  { path, given, allowed }: Mismatch,
): ClError<Code> => refusal(code, command, parameter, `${path} is ${inWords(given)}; it must be ${allowed}.`)
