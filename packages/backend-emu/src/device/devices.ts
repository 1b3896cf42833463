import type { DeviceInfo } from '@rxcl/core'
import * as A from 'fp-ts/lib/ReadonlyArray.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import type { EmulatorOptions } from '../options.ts'
import { deviceInfoOf } from './device-info.ts'
import type { DeviceProfile } from './device-profile.ts'

const NAME = 'RxCL emulator'

/** The options of a profile that are given; one that is undefined does not hide the default behind it. */
const given = (profile: DeviceProfile): DeviceProfile =>
  Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined))

/**
 * The devices that decoded options ask for.
 *
 * Left: CL_INVALID_VALUE for a profile whose options do not go together.
 */
export const devicesOf = ({
  device = {},
  devices = 1,
}: EmulatorOptions): Either<PortFailure, readonly DeviceInfo[]> => {
  const own = typeof devices === 'number' ? Array.from({ length: devices }, (): DeviceProfile => ({})) : devices
  return A.traverseWithIndex(E.Applicative)((index: number, profile: DeviceProfile) =>
    deviceInfoOf({ ...given(device), ...given(profile) }, own.length === 1 ? NAME : `${NAME} ${index}`, (option) =>
      profile[option] === undefined ? `device.${option}` : `devices.${index}.${option}`,
    ),
  )(own)
}
