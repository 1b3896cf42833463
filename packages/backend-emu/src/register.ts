import { registerBackend } from '@rxcl/core'
import type { DependencyContainer } from 'tsyringe'
import { emulator } from './emulator.ts'
import type { EmulatorOptions } from './options.ts'

/** Makes an emulator the container's BACKEND, so that OPENCL resolves to it. Bad options show when devices are asked for. */
export const registerEmulator = (container: DependencyContainer, options?: EmulatorOptions): void =>
  registerBackend(container, emulator(options))
