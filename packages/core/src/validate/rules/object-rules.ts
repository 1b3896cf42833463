import { BufferObject } from '../../model/buffer.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { ImageObject } from '../../model/image.ts'
import { inWords } from './in-words.ts'

export const isLiveBuffer = (value: unknown): value is BufferObject => value instanceof BufferObject && !value.released

export const isLiveImage = (value: unknown): value is ImageObject => value instanceof ImageObject && !value.released

export const bufferRefusal = (command: string, parameter: string, value: unknown): ClError<'CL_INVALID_MEM_OBJECT'> =>
  refusal(
    'CL_INVALID_MEM_OBJECT',
    command,
    parameter,
    `${parameter} is ${inWords(value)}; it must be a buffer that is not released.`,
  )

export const imageRefusal = (command: string, parameter: string, value: unknown): ClError<'CL_INVALID_MEM_OBJECT'> =>
  refusal(
    'CL_INVALID_MEM_OBJECT',
    command,
    parameter,
    `${parameter} is ${inWords(value)}; it must be an image that is not released.`,
  )

export const contextRefusal = (command: string, parameter: string): ClError<'CL_INVALID_CONTEXT'> =>
  refusal(
    'CL_INVALID_CONTEXT',
    command,
    parameter,
    `${parameter} is of another context than command_queue; both must be of one context.`,
  )

/** The image has its bytes in the very buffer that it is to be copied to or from: the specification forbids it. */
export const sameMemoryRefusal = (
  command: string,
  imageParameter: string,
  bufferParameter: string,
): ClError<'CL_INVALID_MEM_OBJECT'> =>
  refusal(
    'CL_INVALID_MEM_OBJECT',
    command,
    imageParameter,
    `${imageParameter} is made from ${bufferParameter}; the two must be different memory.`,
  )
