import type { ClDevice, OpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Failure } from '../failure.ts'

/** The first device that has images, else the first one, whose refusal will say what it lacks. */
export const findDevice = (opencl: OpenCL): E.Either<Failure, ClDevice> =>
  pipe(
    opencl.devices(),
    E.mapLeft((error): Failure => ({ _tag: 'CommandFailed', error })),
    E.flatMap((devices) =>
      E.fromNullable<Failure>({ _tag: 'NoDevice' })(devices.find(({ imageSupport }) => imageSupport) ?? devices[0]),
    ),
  )
