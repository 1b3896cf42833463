import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { createRequire } from 'node:module'
import { addonPath, packageFolder } from './addon-path.ts'
import type { Binding } from './binding.ts'

let loaded: Either<string, Binding> | undefined

/**
 * The addon of this environment, loaded once.
 *
 * Left: a sentence that says how to build it.
 */
export const loadBinding = (): Either<string, Binding> => {
  loaded ??= E.tryCatch(
    () => createRequire(import.meta.url)(addonPath()) as Binding,
    (reason) => {
      const why = (reason instanceof Error ? reason.message : String(reason)).split('\n', 1).join('')
      return (
        `The addon of @rxcl/backend-native could not be loaded (${why}). ` +
        `Build it: node ${packageFolder}scripts/build-addon.mjs (a C++20 compiler, make and Python are needed).`
      )
    },
  )
  return loaded
}
