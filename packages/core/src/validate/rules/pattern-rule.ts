import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { bytesOf } from '../../model/host-data.ts'
import { hostBufferRefusal, isHostData, notHostData } from './host-memory-rule.ts'

type PatternError = ClError<'CL_INVALID_VALUE'>

const LARGEST_PATTERN = 128

const isPatternSize = (bytes: number): boolean => bytes > 0 && bytes <= LARGEST_PATTERN && (bytes & (bytes - 1)) === 0

/** The pattern of a fill, copied: the program may change its own as soon as the command is enqueued. */
export const readPattern = (command: string, pattern: unknown): Either<PatternError, Uint8Array> => {
  if (!isHostData(pattern)) return left(notHostData(command, 'pattern', pattern))
  const badMemory = hostBufferRefusal(command, 'pattern', pattern)
  if (badMemory !== undefined) return left(badMemory)
  if (isPatternSize(pattern.byteLength)) return right(new Uint8Array(bytesOf(pattern)))
  return left(
    refusal(
      'CL_INVALID_VALUE',
      command,
      'pattern_size',
      `pattern has ${pattern.byteLength} bytes; it must have 1, 2, 4, 8, 16, 32, 64 or ${LARGEST_PATTERN}.`,
    ),
  )
}

/** Refuses an offset or size that is not so many whole patterns. */
export const patternMultipleRefusal = (
  command: string,
  parameter: string,
  value: number,
  patternSize: number,
): PatternError | undefined =>
  value % patternSize === 0
    ? undefined
    : refusal(
        'CL_INVALID_VALUE',
        command,
        parameter,
        `${parameter} is ${value}; it must be a multiple of the ${patternSize} bytes of the pattern.`,
      )
