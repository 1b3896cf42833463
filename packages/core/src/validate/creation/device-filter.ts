import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { DevicesError } from '../../model/creation-errors.ts'
import type { ClDevice } from '../../model/device.ts'
import { inWords } from '../rules/in-words.ts'

const TYPES: readonly unknown[] = ['cpu', 'gpu', 'accelerator', 'all']

/** clGetDeviceIDs: a filter becomes the choice among the backend's devices, which is a Left when nothing matches. */
export const validateDeviceFilter = (
  filter: unknown,
): Either<DevicesError, (devices: readonly ClDevice[]) => Either<DevicesError, readonly ClDevice[]>> => {
  if (filter !== undefined && (typeof filter !== 'object' || filter === null))
    return E.left(
      refusal(
        'CL_INVALID_VALUE',
        'devices',
        'filter',
        `The filter is an object with type and name; given: ${inWords(filter)}.`,
      ),
    )
  const { type = 'all', name } = (filter ?? {}) as { readonly type?: unknown; readonly name?: unknown }
  if (!TYPES.includes(type))
    return E.left(
      refusal(
        'CL_INVALID_DEVICE_TYPE',
        'devices',
        'device_type',
        `A device type is one of ${TYPES.join(', ')}; given: ${inWords(type)}.`,
      ),
    )
  if (name !== undefined && !(name instanceof RegExp))
    return E.left(
      refusal('CL_INVALID_VALUE', 'devices', 'name', `The name filter is a RegExp; given: ${inWords(name)}.`),
    )
  return E.right((devices) => {
    // A sticky or global pattern keeps its place between tests; search does not.
    const found = devices.filter(
      (device) => (type === 'all' || device.type === type) && (name === undefined || device.name.search(name) >= 0),
    )
    if (found.length > 0) return E.right(found)
    const names = devices.map((device) => `${device.name} (${device.type})`).join(', ')
    const wanted = `type ${inWords(type)}${name === undefined ? '' : ` and a name like ${String(name)}`}`
    return E.left(
      refusal(
        'CL_DEVICE_NOT_FOUND',
        'devices',
        undefined,
        `No device has ${wanted}; there are: ${names === '' ? 'none' : names}.`,
      ),
    )
  })
}
