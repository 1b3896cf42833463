import 'reflect-metadata/lite'
import { registerEmulator } from '@rxcl/backend-emu'
import { OPENCL, type OpenCL } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { container } from 'tsyringe'
import type { Failure } from '../failure.ts'

/** The emulator inside this process, or the computer's own OpenCL driver. */
export type BackendName = 'emu' | 'native'

/** The one place that knows which machine carries the commands out. The driver is loaded only when it is asked for. */
export const openBackend = async (backend: BackendName): Promise<E.Either<Failure, OpenCL>> => {
  const child = container.createChildContainer()
  switch (backend) {
    case 'emu':
      registerEmulator(child)
      break
    case 'native': {
      const { registerNative } = await import('@rxcl/backend-native')
      const registered = registerNative(child)
      if (E.isLeft(registered)) return E.left({ _tag: 'BackendRefused', backend, error: registered.left })
      break
    }
  }
  return E.right(child.resolve(OPENCL))
}
