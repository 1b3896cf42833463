import type { EmulatorOptions } from '@rxcl/backend-emu'
import { TestScheduler } from 'rxjs/testing'
import { expect } from 'vitest'
import type { CropPolicy } from '../src/crop-policy.ts'
import type { CropService } from '../src/crop-service.ts'
import { CROP_SERVICE, SCHEDULER } from '../src/register-crop-service.ts'
import { onEmulator } from './containers.ts'

type Helpers = Parameters<Parameters<TestScheduler['run']>[0]>[0]

/** Plays a test in which the device and the service both live by the clock of a TestScheduler, a frame a millisecond. */
export const inVirtualTime = <A>(
  options: EmulatorOptions,
  policy: Partial<CropPolicy>,
  test: (helpers: Helpers, service: CropService) => A,
): A => {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected))
  return scheduler.run((helpers) => {
    const container = onEmulator({ scheduler, ...options }, policy)
    container.register(SCHEDULER, { useValue: scheduler })
    return test(helpers, container.resolve(CROP_SERVICE))
  })
}
