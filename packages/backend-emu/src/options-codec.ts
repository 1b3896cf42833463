import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { PortFailure } from '@rxcl/core/port'
import { badOption } from './device/bad-option.ts'
import type { DeviceProfile } from './device/device-profile.ts'
import { allowed, integer, listOf, options } from './device/option-types.ts'
import { deviceProfile } from './device/profile-codec.ts'
import { fault } from './faults/fault-codec.ts'
import type { EmulatorOptions } from './options.ts'
import type { DeviceScheduler } from './scheduler/device-scheduler.ts'
import { latencyModel } from './timing/latency-codec.ts'

const MOST_DEVICES = 64

const profiles = t.readonlyArray(deviceProfile)
const isCount = integer(1, MOST_DEVICES).is
const COUNT_OR_LIST = `an integer from 1 to ${MOST_DEVICES} or a list of as many profiles`

const devices = new t.Type<number | readonly DeviceProfile[], unknown, unknown>(
  COUNT_OR_LIST,
  (given): given is number | readonly DeviceProfile[] => isCount(given) || profiles.is(given),
  (given, context) => {
    if (isCount(given)) return t.success(given)
    if (!Array.isArray(given) || !isCount(given.length)) return t.failure(given, context, COUNT_OR_LIST)
    return profiles.validate(given, context)
  },
  t.identity,
)

const scheduler = allowed('an object with the methods now and schedule', (given): given is DeviceScheduler => {
  if (typeof given !== 'object' || given === null) return false
  const { now, schedule } = given as Partial<DeviceScheduler>
  return typeof now === 'function' && typeof schedule === 'function'
})

const sliceMs = allowed(
  'a number of milliseconds, 0 or more',
  (given): given is number => typeof given === 'number' && given >= 0,
)

const emulatorOptions: t.Type<EmulatorOptions, unknown, unknown> = options({
  device: deviceProfile,
  devices,
  seed: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  scheduler,
  sliceBytes: integer(1, Number.MAX_SAFE_INTEGER),
  sliceMs,
  latency: latencyModel,
  faults: listOf('a list of faults', fault),
})

/**
 * Options from anywhere.
 *
 * Left: CL_INVALID_VALUE for the first option that is not as it should be.
 */
export const decodeEmulatorOptions = (given: unknown): Either<PortFailure, EmulatorOptions> => {
  const decoded = emulatorOptions.decode(given)
  if (E.isRight(decoded)) return decoded
  const [first] = decoded.left
  const path = first?.context.map(({ key }) => key).filter((key) => key !== '') ?? []
  return E.left(badOption(path.join('.') || 'options', first?.value, first?.message ?? 'what EmulatorOptions says'))
}
