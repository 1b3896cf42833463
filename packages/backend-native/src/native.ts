import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { STATUS_CODES, type Backend, type ClError } from '@rxcl/core'
import { loadBinding } from './binding/load.ts'
import { nativeError } from './native-error.ts'
import { nativeOver } from './native-over.ts'
import { readOptions, type NativeOptions } from './native-options.ts'

export type { NativeOptions } from './native-options.ts'

/** One backend per library and kind of parts: its devices are always the same objects. */
const backends = new Map<string, Backend>()

/**
 * The computer's own OpenCL driver. The same options give the same backend, so devices are always the same objects.
 *
 * Host memory of more than 1 MiB that a command reads or writes is used in place, while the command runs. Its
 * ArrayBuffer can from then on not be transferred to another thread: Node cannot take that back. The same holds for
 * arrays of 1 MiB and more that `readBuffer` and `readImage` emit: their memory is used again when nothing refers to it.
 * `postMessage` clones such an array, or throws a DataCloneError, by the version of Node; transfer a copy.
 *
 * Left: CL_INVALID_VALUE (`library` is no name, `subDevices` no number of units), CL_PLATFORM_NOT_FOUND_KHR (the addon is not built, no OpenCL library,
 * no platform), CL_DEVICE_NOT_FOUND, or the code of a driver that failed to initialise. The message says what to install.
 */
export const native = (options?: NativeOptions): Either<ClError, Backend> => {
  const read = readOptions(options)
  if (E.isLeft(read)) return read
  const { library = '', subDevices = 0 } = read.right
  const key = `${subDevices} ${library}`
  const known = backends.get(key)
  if (known !== undefined) return E.right(known)
  const binding = loadBinding()
  if (E.isLeft(binding))
    return E.left(nativeError({ status: STATUS_CODES.CL_PLATFORM_NOT_FOUND_KHR, message: binding.left }))
  const backend = nativeOver(binding.right, read.right)
  if (E.isRight(backend)) backends.set(key, backend.right)
  return backend
}
