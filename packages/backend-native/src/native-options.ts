import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { STATUS_CODES, type ClError } from '@rxcl/core'

/** Where the OpenCL library is looked for, and what is taken of its devices. */
export interface NativeOptions {
  /** A path or name of the OpenCL library (an ICD loader, or a driver), instead of the system's. */
  readonly library?: string
  /**
   * Compute units of a part: each device that can be divided equally is replaced by its parts of so many units
   * (clCreateSubDevices with CL_DEVICE_PARTITION_EQUALLY), as several devices of one context. Others stay as they are.
   */
  readonly subDevices?: number
}

/** CL_DEVICE_PARTITION_EQUALLY takes a cl_uint. */
const MOST_UNITS = 2 ** 32 - 1

const invalid = (parameter: string, message: string): Either<ClError, never> =>
  E.left({
    _tag: 'CL_INVALID_VALUE',
    status: STATUS_CODES.CL_INVALID_VALUE,
    command: 'native',
    origin: 'validation',
    parameter,
    message,
  })

/** Options that may be anything. Left: CL_INVALID_VALUE, with the option at fault. */
export const readOptions = (options: unknown): Either<ClError, NativeOptions> => {
  if (options === undefined) return E.right({})
  if (typeof options !== 'object' || options === null)
    return invalid('library', 'The options must be an object, or be left out.')
  const { library, subDevices } = options as { readonly library?: unknown; readonly subDevices?: unknown }
  if (library !== undefined && typeof library !== 'string')
    return invalid('library', `library is of type ${typeof library}; it must be a string.`)
  if (library === '') return invalid('library', 'library is empty; name a file, or leave it out for the system’s own.')
  if (subDevices !== undefined && typeof subDevices !== 'number')
    return invalid('subDevices', `subDevices is of type ${typeof subDevices}; it must be a number of compute units.`)
  if (subDevices !== undefined && !(Number.isInteger(subDevices) && subDevices > 0 && subDevices <= MOST_UNITS))
    return invalid('subDevices', `subDevices is ${subDevices}; it must be a whole number from 1 to ${MOST_UNITS}.`)
  return E.right({
    ...(library === undefined ? {} : { library }),
    ...(subDevices === undefined ? {} : { subDevices }),
  })
}
