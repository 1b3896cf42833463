import 'reflect-metadata/lite'
import { OPENCL } from '@rxcl/core'
import { asyncScheduler, type SchedulerLike } from 'rxjs'
import type { DependencyContainer, InjectionToken } from 'tsyringe'
import { type CropPolicy, DEFAULT_POLICY } from './crop-policy.ts'
import { createCropService, type CropService } from './crop-service.ts'

/** With the type of what it stands for; a symbol annotated in place would resolve to unknown. */
const token = <T>(name: string): InjectionToken<T> => Symbol(name)

export const CROP_SERVICE: InjectionToken<CropService> = token<CropService>('CROP_SERVICE')

/** What tells the service the time. */
export const SCHEDULER: InjectionToken<SchedulerLike> = token<SchedulerLike>('SCHEDULER')

/**
 * Registers the service once, in the container of the application. It takes OPENCL from the container that resolves it: each
 * child container has a service over its own backend.
 */
export const registerCropService = (container: DependencyContainer, policy: Partial<CropPolicy> = {}): void => {
  container.register(SCHEDULER, { useValue: asyncScheduler })
  container.register(CROP_SERVICE, {
    useFactory: (resolving) =>
      createCropService(resolving.resolve(OPENCL), resolving.resolve(SCHEDULER), { ...DEFAULT_POLICY, ...policy }),
  })
}
