import { DEVICE_VERSIONS, type DeviceInfo, type DeviceVersion } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import { badOption } from './bad-option.ts'
import { alignmentContradiction, alignmentsOf } from './buffer-image-alignments.ts'
import type { DeviceProfile } from './device-profile.ts'
import { hasFormat, imageFormatsOf } from './image-formats.ts'

const GIB = 2 ** 30

const DEFAULTS = {
  type: 'cpu',
  memBaseAddrAlign: 128,
  maxMemAllocSize: GIB,
  globalMemSize: 4 * GIB,
  outOfOrderQueues: true,
} as const

const IMAGE_LIMITS = {
  image2dMaxWidth: 16384,
  image2dMaxHeight: 16384,
  image3dMaxWidth: 2048,
  image3dMaxHeight: 2048,
  image3dMaxDepth: 2048,
  imageMaxBufferSize: 65536 * 1024,
  imageMaxArraySize: 2048,
} as const

type LimitName = keyof typeof IMAGE_LIMITS

const imageLimits = (profile: DeviceProfile, imageSupport: boolean): Record<LimitName, number> => {
  const limit = (name: LimitName): number => (imageSupport ? (profile[name] ?? IMAGE_LIMITS[name]) : 0)
  const names = Object.keys(IMAGE_LIMITS) as LimitName[]
  return Object.fromEntries(names.map((name) => [name, limit(name)])) as Record<LimitName, number>
}

const hasSvm = (version: DeviceVersion): boolean => DEVICE_VERSIONS.indexOf(version) >= DEVICE_VERSIONS.indexOf('2.0')

const svmOf = (kind: NonNullable<DeviceProfile['svm']>): DeviceInfo['svm'] => ({
  coarseGrainBuffer: kind !== 'none',
  fineGrainBuffer: kind === 'fine',
  fineGrainSystem: false,
  atomics: kind === 'fine',
})

const memorySizes = ({ maxMemAllocSize: block, globalMemSize: all }: DeviceProfile) => ({
  maxMemAllocSize: block ?? Math.min(DEFAULTS.maxMemAllocSize, all ?? DEFAULTS.globalMemSize),
  globalMemSize: all ?? Math.max(DEFAULTS.globalMemSize, block ?? 0),
})

/** Options of the profile that do not go together; `path` says where an option was given. */
const contradiction = (
  profile: DeviceProfile,
  path: (option: keyof DeviceProfile) => string,
): PortFailure | undefined => {
  const { svm = 'none', version = '3.0', imageFormats = [] } = profile
  const { maxMemAllocSize, globalMemSize } = memorySizes(profile)
  if (maxMemAllocSize > globalMemSize) {
    const most = `at most ${path('globalMemSize')}, which is ${globalMemSize}`
    return badOption(path('maxMemAllocSize'), maxMemAllocSize, most)
  }
  if (svm !== 'none' && !hasSvm(version)) {
    return badOption(path('svm'), svm, `none where ${path('version')} is ${version}, before 2.0`)
  }
  const misaligned = alignmentContradiction(profile, path)
  if (misaligned !== undefined) return misaligned
  const tooNew = imageFormats.findIndex((format) => !hasFormat(version, format))
  if (tooNew === -1) return undefined
  const given = imageFormats[tooNew]
  const name = `${given?.channelOrder}/${given?.channelDataType}`
  return badOption(`${path('imageFormats')}.${tooNew}`, name, `a format of ${path('version')}, which is ${version}`)
}

/**
 * The device that a decoded profile describes.
 *
 * Left: CL_INVALID_VALUE for options that do not go together.
 */
export const deviceInfoOf = (
  profile: DeviceProfile,
  name: string,
  path: (option: keyof DeviceProfile) => string,
): Either<PortFailure, DeviceInfo> => {
  const failure = contradiction(profile, path)
  if (failure !== undefined) return E.left(failure)
  const { version = '3.0', imageSupport = true, imageFormats } = profile
  return E.right({
    name: profile.name ?? name,
    type: profile.type ?? DEFAULTS.type,
    version,
    imageSupport,
    memBaseAddrAlign: profile.memBaseAddrAlign ?? DEFAULTS.memBaseAddrAlign,
    ...memorySizes(profile),
    ...imageLimits(profile, imageSupport),
    ...alignmentsOf(profile, version, imageSupport),
    outOfOrderQueues: profile.outOfOrderQueues ?? DEFAULTS.outOfOrderQueues,
    svm: svmOf(profile.svm ?? (hasSvm(version) ? 'fine' : 'none')),
    imageFormats: imageFormatsOf(version, imageSupport ? imageFormats : []),
  })
}
