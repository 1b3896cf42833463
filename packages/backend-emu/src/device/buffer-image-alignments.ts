import { DEVICE_VERSIONS, type DeviceInfo, type DeviceVersion } from '@rxcl/core'
import type { PortFailure } from '@rxcl/core/port'
import { badOption } from './bad-option.ts'
import type { DeviceProfile } from './device-profile.ts'

const isFrom = (version: DeviceVersion, since: DeviceVersion): boolean =>
  DEVICE_VERSIONS.indexOf(version) >= DEVICE_VERSIONS.indexOf(since)

/** What says that a device has 2D images over buffers, which are a part of the core from 2.0 on. */
export const alignmentsOf = (
  { imagePitchAlignment: pitch, imageBaseAddressAlignment: base }: DeviceProfile,
  version: DeviceVersion,
  imageSupport: boolean,
): Pick<DeviceInfo, 'imagePitchAlignment' | 'imageBaseAddressAlignment'> => {
  const isThere = imageSupport && (pitch ?? base ?? Number(isFrom(version, '2.0'))) !== 0
  return isThere
    ? { imagePitchAlignment: pitch ?? 1, imageBaseAddressAlignment: base ?? 1 }
    : { imagePitchAlignment: 0, imageBaseAddressAlignment: 0 }
}

/** Alignments that do not go together, or that a version cannot have: before 1.2 no image is made from a buffer. */
export const alignmentContradiction = (
  given: DeviceProfile,
  path: (option: keyof DeviceProfile) => string,
): PortFailure | undefined => {
  const { version = '3.0', imagePitchAlignment: pitch, imageBaseAddressAlignment: base } = given
  if (pitch !== undefined && base !== undefined && (pitch === 0) !== (base === 0)) {
    const other = path('imagePitchAlignment')
    return badOption(path('imageBaseAddressAlignment'), base, `0 where ${other} is 0 and only there; it is ${pitch}`)
  }
  if (isFrom(version, '1.2')) return undefined
  const option = (['imagePitchAlignment', 'imageBaseAddressAlignment'] as const).find(
    (name) => (given[name] ?? 0) !== 0,
  )
  if (option === undefined) return undefined
  return badOption(path(option), given[option], `0 where ${path('version')} is ${version}, before 1.2`)
}
