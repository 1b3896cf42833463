import type { BufferObject } from '../../model/buffer.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ImageObject } from '../../model/image.ts'
import { inWords } from './in-words.ts'
import { isLiveBuffer, isLiveImage } from './object-rules.ts'

export const isLiveMemObject = (value: unknown): value is BufferObject | ImageObject =>
  isLiveBuffer(value) || isLiveImage(value)

/** `place` is where in the parameter the value stands. */
export const memObjectRefusal = (
  command: string,
  parameter: string,
  value: unknown,
  place = parameter,
): ClError<'CL_INVALID_MEM_OBJECT'> =>
  refusal(
    'CL_INVALID_MEM_OBJECT',
    command,
    parameter,
    `${place} is ${inWords(value)}; it must be a buffer or image that is not released.`,
  )
