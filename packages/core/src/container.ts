import 'reflect-metadata/lite'
import type { DependencyContainer, InjectionToken } from 'tsyringe'
import type { Backend } from './port/backend.ts'
import { createOpenCL, type OpenCL } from './stream/opencl.ts'

/** A token with the type of what it stands for; a bare symbol annotated in place would resolve to unknown. */
const token = <T>(name: string): InjectionToken<T> => Symbol.for(name)

/** The backend of a container: what `registerEmulator`, `registerNative` or a test put there. */
export const BACKEND: InjectionToken<Backend> = token<Backend>('@rxcl/BACKEND')

/** OpenCL over the container's backend; a child container with another backend gets another OpenCL. */
export const OPENCL: InjectionToken<OpenCL> = token<OpenCL>('@rxcl/OPENCL')

/** Registers a backend, and OpenCL over whatever backend the resolving container has. */
export const registerBackend = (container: DependencyContainer, backend: Backend): void => {
  container.register(BACKEND, { useValue: backend })
  container.register(OPENCL, { useFactory: (resolving) => createOpenCL(resolving.resolve(BACKEND)) })
}
