import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import type { Binding, DeviceRecord } from '../src/binding/binding.ts'
import { loadBinding } from '../src/binding/load.ts'

/** The addon with the system's OpenCL library open, and the first device of the first platform that has one. */
export interface Driver {
  readonly binding: Binding
  readonly device: DeviceRecord
}

/** Opens a library, the system's for `undefined`; Left says what is missing. */
export const openDriver = (binding: Binding, library?: string): Either<string, Driver> => {
  const refused = binding.open(library)
  if (refused !== undefined) return E.left(`no OpenCL library: ${refused}`)
  const platforms = binding.platforms()
  if (typeof platforms === 'number') return E.left(`no OpenCL platform: status ${platforms}`)
  const devices = platforms.flatMap(({ handle }) => {
    const found = binding.devices(handle)
    return typeof found === 'number' ? [] : found
  })
  const [device] = devices
  return device === undefined ? E.left('no OpenCL device') : E.right({ binding, device })
}

const driver = E.chain((binding: Binding) => openDriver(binding))(loadBinding())

/**
 * Tests that need the addon and a driver. Where there is none they are skipped and say why; where CI is set they fail,
 * because there the driver is installed.
 */
export const describeWithDriver = (name: string, body: (driver: Driver) => void): void => {
  if (E.isRight(driver)) return void describe(name, () => body(driver.right))
  const reason = `needs the addon and an OpenCL driver, such as PoCL (apt install pocl-opencl-icd): ${driver.left}`
  const wanted = (env['CI'] ?? '') !== ''
  describe(name, () => {
    it.skipIf(!wanted)(reason, () => expect.fail(reason))
  })
}
