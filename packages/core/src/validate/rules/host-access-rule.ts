import { refusal, type ClError } from '../../model/cl-error.ts'
import { isHostReadable, isHostWritable, type MemFlag } from '../../model/mem-flag.ts'

const accessRefusal = (
  command: string,
  parameter: string,
  verb: string,
  flags: readonly MemFlag[],
): ClError<'CL_INVALID_OPERATION'> =>
  refusal(
    'CL_INVALID_OPERATION',
    command,
    parameter,
    `The host may not ${verb} ${parameter}; its flags are ${flags.join(', ')}.`,
  )

export const readAccessRefusal = (
  command: string,
  parameter: string,
  flags: readonly MemFlag[],
): ClError<'CL_INVALID_OPERATION'> | undefined =>
  isHostReadable(flags) ? undefined : accessRefusal(command, parameter, 'read', flags)

export const writeAccessRefusal = (
  command: string,
  parameter: string,
  flags: readonly MemFlag[],
): ClError<'CL_INVALID_OPERATION'> | undefined =>
  isHostWritable(flags) ? undefined : accessRefusal(command, parameter, 'write', flags)
