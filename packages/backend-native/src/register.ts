import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { DependencyContainer } from 'tsyringe'
import { registerBackend, type ClError } from '@rxcl/core'
import { native, type NativeOptions } from './native.ts'

/**
 * Registers the computer's driver as the container's backend, and OpenCL over it.
 *
 * Left: as `native`; then nothing is registered.
 */
export const registerNative = (container: DependencyContainer, options?: NativeOptions): Either<ClError, void> => {
  const backend = native(options)
  if (E.isLeft(backend)) return backend
  registerBackend(container, backend.right)
  return E.right(undefined)
}
