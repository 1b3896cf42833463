import type { DeviceInfo } from '@rxcl/core'
import * as A from 'fp-ts/lib/ReadonlyArray.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import type { EmulatorOptions } from '../options.ts'
import { badOption } from './bad-option.ts'
import { deviceInfoOf } from './device-info.ts'
import type { DeviceProfile } from './device-profile.ts'

const NAME = 'RxCL emulator'

/** The options of a profile that are given; one that is undefined does not hide the default behind it. */
const given = (profile: DeviceProfile): DeviceProfile =>
  Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined))

/** One device: what programs see of it, and the profile that says the rest. */
export interface DescribedDevice {
  readonly info: DeviceInfo
  readonly profile: DeviceProfile
}

/**
 * The devices that decoded options ask for.
 *
 * Left: CL_INVALID_VALUE for a profile whose options do not go together, and a fault of a device that is not there.
 */
export const devicesOf = ({
  device = {},
  devices = 1,
  faults = [],
}: EmulatorOptions): Either<PortFailure, readonly DescribedDevice[]> => {
  const own = typeof devices === 'number' ? Array.from({ length: devices }, (): DeviceProfile => ({})) : devices
  const stray = faults.findIndex((fault) => 'device' in fault && (fault.device ?? 0) >= own.length)
  if (stray !== -1) {
    const { device: index } = faults[stray] as { readonly device?: number }
    return E.left(badOption(`faults.${stray}.device`, index, `an integer below ${own.length}, the number of devices`))
  }
  return A.traverseWithIndex(E.Applicative)((index: number, one: DeviceProfile) => {
    const profile = { ...given(device), ...given(one) }
    return E.Functor.map(
      deviceInfoOf(profile, own.length === 1 ? NAME : `${NAME} ${index}`, (option) =>
        one[option] === undefined ? `device.${option}` : `devices.${index}.${option}`,
      ),
      (info): DescribedDevice => ({ info, profile }),
    )
  })(own)
}
