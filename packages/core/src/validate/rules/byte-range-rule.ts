import { refusal, type ClError } from '../../model/cl-error.ts'

/** Whether `count` bytes from `offset` end past `total`. By subtraction: the sum may pass 2^53. */
export const leaves = (total: number, offset: number, count: number): boolean =>
  offset > total || count > total - offset

export const rangeRefusal = (
  command: string,
  parameter: string,
  memory: string,
  total: number,
  offset: number,
  count: number,
): ClError<'CL_INVALID_VALUE'> =>
  refusal(
    'CL_INVALID_VALUE',
    command,
    parameter,
    `${count} bytes from offset ${offset} of ${memory} do not fit; it has ${total} bytes.`,
  )
