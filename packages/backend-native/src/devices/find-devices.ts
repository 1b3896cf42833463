import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { STATUS_CODES } from '@rxcl/core'
import type { PortFailure } from '@rxcl/core/port'
import type { Binding, DeviceRecord, PlatformRecord } from '../binding/binding.ts'
import { quirksOf, type Quirks } from '../quirks/quirks.ts'
import { noDevice, noPlatform, platformsFailed } from './missing-driver.ts'
import { deviceInfoOf } from './device-info.ts'
import { imageFormatsOf } from './image-formats.ts'
import type { KnownDevice } from './known-device.ts'

/** Codes that say "there are none", which is no failure of the driver. */
const ABSENT: ReadonlySet<number> = new Set([STATUS_CODES.CL_PLATFORM_NOT_FOUND_KHR, STATUS_CODES.CL_DEVICE_NOT_FOUND])

/** The parts of a device; itself where it has none of this size, or the driver does not make them. */
const partsOf = (binding: Binding, whole: DeviceRecord, units: number, quirks: Quirks): readonly DeviceRecord[] => {
  const parts = whole.divisible ? binding.subDevices(whole.handle, units) : 0
  if (typeof parts === 'number' || parts.length === 0) return [whole]
  return quirks.has('images-of-parts-crash') ? parts.map((part) => ({ ...part, imageSupport: false })) : parts
}

const devicesOn =
  (binding: Binding, units: number | undefined) =>
  (platform: PlatformRecord): readonly KnownDevice[] | number => {
    const wholes = binding.devices(platform.handle)
    if (typeof wholes === 'number') return wholes
    const quirks = quirksOf(platform)
    const records = units === undefined ? wholes : wholes.flatMap((whole) => partsOf(binding, whole, units, quirks))
    return records.map((record) => ({
      info: deviceInfoOf(record, imageFormatsOf(binding, record.handle, record.imageSupport)),
      handle: record.handle,
      platform,
      quirks,
    }))
  }

/**
 * The devices of all platforms, in the driver's order; with `units`, parts of that many compute units in place of those
 * that can be divided. A platform that fails is left out as long as another one has
 * devices.
 *
 * Left: CL_PLATFORM_NOT_FOUND_KHR (the library lists no platform), CL_DEVICE_NOT_FOUND (no platform has a device), or
 * the code that the first failing platform, or the library itself, answered.
 */
export const findDevices = (binding: Binding, units?: number): Either<PortFailure, readonly KnownDevice[]> => {
  const platforms = binding.platforms()
  if (typeof platforms === 'number')
    return E.left(ABSENT.has(platforms) ? noPlatform : platformsFailed(platforms, undefined))
  if (platforms.length === 0) return E.left(noPlatform)
  const answers = platforms.map(devicesOn(binding, units))
  const devices = answers.flatMap((answer) => (typeof answer === 'number' ? [] : answer))
  if (devices.length > 0) return E.right(devices)
  const failed = answers.findIndex((answer) => typeof answer === 'number' && !ABSENT.has(answer))
  const status = answers[failed]
  return E.left(
    typeof status === 'number'
      ? platformsFailed(status, platforms[failed])
      : noDevice(platforms.map(({ name }) => name)),
  )
}
