import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Backend, ClError } from '@rxcl/core'
import { backendOver } from './backend.ts'
import type { Binding } from './binding/binding.ts'
import { noLibrary } from './devices/missing-driver.ts'
import { nativeError } from './native-error.ts'
import type { NativeOptions } from './native-options.ts'

/** `native` over a given binding, real or played. */
export const nativeOver = (binding: Binding, { library, subDevices }: NativeOptions = {}): Either<ClError, Backend> => {
  const unopened = binding.open(library)
  if (unopened !== undefined) return E.left(nativeError(noLibrary(library, unopened)))
  const backend = backendOver(binding, subDevices)
  return E.isLeft(backend) ? E.left(nativeError(backend.left)) : backend
}
