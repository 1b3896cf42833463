import { refusal, type ClError } from '../../model/cl-error.ts'
import { MappedObject } from '../../model/mapped.ts'
import { inWords } from './in-words.ts'

/** A mapping whose map is enqueued and whose unmap is not. */
export const isOutstandingMapping = (value: unknown): value is MappedObject =>
  MappedObject.isGenuine(value) && value.isOutstanding

const faultOf = (value: unknown): string => {
  if (!MappedObject.isGenuine(value)) return `is ${inWords(value)}`
  return value.isOutstanding ? 'is a map of something else' : 'is a map that is not outstanding'
}

/** `parameter` stands for a mapping that is none, that is no longer outstanding, or that is of another object. */
export const mappingRefusal = (
  command: string,
  parameter: string,
  value: unknown,
  needed: string,
): ClError<'CL_INVALID_VALUE'> =>
  refusal(
    'CL_INVALID_VALUE',
    command,
    parameter,
    `mapped ${faultOf(value)}; it must be an outstanding map of ${needed}.`,
  )
