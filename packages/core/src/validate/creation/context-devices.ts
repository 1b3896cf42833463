import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { CreateContextError } from '../../model/creation-errors.ts'
import type { ClDevice } from '../../model/device.ts'
import { inWords } from '../rules/in-words.ts'

/** clCreateContext: the devices of a new context, the backend's first unless others are named. */
export const validateContextDevices =
  (all: readonly ClDevice[]) =>
  (options: unknown): Either<CreateContextError, readonly ClDevice[]> => {
    const refuse = (code: 'CL_INVALID_VALUE' | 'CL_INVALID_DEVICE', message: string) =>
      E.left(refusal(code, 'createContext', 'devices', message))
    if (options !== undefined && (typeof options !== 'object' || options === null))
      return refuse('CL_INVALID_VALUE', `The options are an object with devices; given: ${inWords(options)}.`)
    const { devices = all.slice(0, 1) } = (options ?? {}) as { readonly devices?: unknown }
    if (!Array.isArray(devices) || devices.length === 0)
      return refuse('CL_INVALID_VALUE', `A context needs a list of at least one device; given: ${inWords(devices)}.`)
    const foreign = devices.findIndex((device) => !all.includes(device as ClDevice))
    if (foreign >= 0)
      return refuse(
        'CL_INVALID_DEVICE',
        `Entry ${foreign} of ${devices.length} is no device of this backend: ${inWords(devices[foreign])}.`,
      )
    return E.right([...new Set(devices as readonly ClDevice[])])
  }
