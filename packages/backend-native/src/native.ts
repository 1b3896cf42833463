import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { STATUS_CODES, type Backend, type ClError } from '@rxcl/core'

/** Where the ICD loader is looked for. */
export interface NativeOptions {
  /** A path or name of the OpenCL library, instead of the system's. */
  readonly library?: string
}

/**
 * The computer's own OpenCL driver.
 *
 * Left: CL_PLATFORM_NOT_FOUND_KHR, always in this version: the addon that calls the driver is not part of it yet.
 */
export const native = (_options?: NativeOptions): Either<ClError<'CL_PLATFORM_NOT_FOUND_KHR'>, Backend> =>
  E.left({
    _tag: 'CL_PLATFORM_NOT_FOUND_KHR',
    status: STATUS_CODES.CL_PLATFORM_NOT_FOUND_KHR,
    command: 'native',
    origin: 'driver',
    message:
      'This version of @rxcl/backend-native cannot reach an OpenCL driver yet; use @rxcl/backend-emu, which needs none.',
  })
