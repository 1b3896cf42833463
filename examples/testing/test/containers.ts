import { registerEmulator, type EmulatorOptions } from '@rxcl/backend-emu'
import { registerNative } from '@rxcl/backend-native'
import * as E from 'fp-ts/lib/Either.js'
import { env } from 'node:process'
import { container, type DependencyContainer } from 'tsyringe'
import { describe, expect, it } from 'vitest'
import type { CropPolicy } from '../src/crop-policy.ts'
import { registerCropService } from '../src/register-crop-service.ts'

/** The container that the application makes when it starts. What it lacks is a backend. */
const application = (policy?: Partial<CropPolicy>): DependencyContainer => {
  const child = container.createChildContainer()
  registerCropService(child, policy)
  return child
}

/** The application with an emulated device. */
export const onEmulator = (options?: EmulatorOptions, policy?: Partial<CropPolicy>): DependencyContainer => {
  const child = application(policy).createChildContainer()
  registerEmulator(child, options)
  return child
}

const onDriver = (): E.Either<string, DependencyContainer> => {
  const child = application().createChildContainer()
  const registered = registerNative(child)
  return E.isLeft(registered) ? E.left(registered.left.message) : E.right(child)
}

/**
 * The same tests on an emulated device, on one that picks another order, and on the driver of this computer. Without a driver
 * the last are skipped and say why; where CI is set they fail, because there the driver is installed.
 */
export const describeOnEachBackend = (body: (open: () => DependencyContainer) => void): void => {
  describe('on the emulator', () => body(() => onEmulator()))
  describe('on the emulator, in an order of its own', () => body(() => onEmulator({ seed: 7 })))
  describe('on the driver of this computer', () => {
    const driver = onDriver()
    if (E.isRight(driver)) return body(() => driver.right)
    it.skipIf((env['CI'] ?? '') === '')(driver.left, () => expect.fail(driver.left))
  })
}
