import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { STATUS_CODES, type Backend, type ClError } from '@rxcl/core'
import { loadBinding } from './binding/load.ts'
import { nativeError } from './native-error.ts'
import { nativeOver } from './native-over.ts'

/** Where the OpenCL library is looked for. */
export interface NativeOptions {
  /** A path or name of the OpenCL library (an ICD loader, or a driver), instead of the system's. */
  readonly library?: string
}

/** One backend per library: its devices are always the same objects. */
const backends = new Map<string, Backend>()

const invalid = (message: string): Either<ClError, never> =>
  E.left({
    _tag: 'CL_INVALID_VALUE',
    status: STATUS_CODES.CL_INVALID_VALUE,
    command: 'native',
    origin: 'validation',
    parameter: 'library',
    message,
  })

/** The name of the library in options that may be anything; '' for the system's. */
const readLibrary = (options: unknown): Either<ClError, string> => {
  if (options === undefined) return E.right('')
  if (typeof options !== 'object' || options === null) return invalid('The options must be an object, or be left out.')
  const { library } = options as { readonly library?: unknown }
  if (library === undefined) return E.right('')
  if (typeof library !== 'string') return invalid(`library is of type ${typeof library}; it must be a string.`)
  return library === ''
    ? invalid('library is empty; name a file, or leave it out for the system’s own.')
    : E.right(library)
}

/**
 * The computer's own OpenCL driver. The same library gives the same backend, so devices are always the same objects.
 *
 * Host memory of more than 1 MiB that a command reads or writes is used in place, while the command runs. Its
 * ArrayBuffer can from then on not be transferred to another thread: Node cannot take that back. The same holds for
 * arrays of 1 MiB and more that `readBuffer` and `readImage` emit: their memory is used again when nothing refers to it.
 * `postMessage` clones such an array, or throws a DataCloneError, by the version of Node; transfer a copy.
 *
 * Left: CL_INVALID_VALUE (`library` is no name), CL_PLATFORM_NOT_FOUND_KHR (the addon is not built, no OpenCL library,
 * no platform), CL_DEVICE_NOT_FOUND, or the code of a driver that failed to initialise. The message says what to install.
 */
export const native = (options?: NativeOptions): Either<ClError, Backend> => {
  const name = readLibrary(options)
  if (E.isLeft(name)) return name
  const known = backends.get(name.right)
  if (known !== undefined) return E.right(known)
  const binding = loadBinding()
  if (E.isLeft(binding))
    return E.left(nativeError({ status: STATUS_CODES.CL_PLATFORM_NOT_FOUND_KHR, message: binding.left }))
  const backend = nativeOver(binding.right, name.right === '' ? undefined : name.right)
  if (E.isRight(backend)) backends.set(name.right, backend.right)
  return backend
}
