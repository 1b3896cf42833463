import type { Type } from 'io-ts'
import { DEVICE_VERSIONS, isLegalFormat, type ImageFormat, type LegalImageFormat } from '@rxcl/core'
import type { DeviceProfile } from './device-profile.ts'
import { allowed, flag, integer, listOf, oneOf, options, powerOfTwo, zeroOrPowerOfTwo } from './option-types.ts'

const size = integer(1, Number.MAX_SAFE_INTEGER)
const pixels = integer(1, 0xffff_ffff)

const format = allowed(
  'a legal pair of channelOrder and channelDataType',
  (given): given is LegalImageFormat =>
    typeof given === 'object' && given !== null && isLegalFormat(given as ImageFormat),
)

/** A DeviceProfile, option by option; whether they go together is another matter. */
export const deviceProfile: Type<DeviceProfile, unknown, unknown> = options({
  name: allowed('a string', (given): given is string => typeof given === 'string'),
  type: oneOf(['cpu', 'gpu', 'accelerator']),
  version: oneOf(DEVICE_VERSIONS),
  imageSupport: flag,
  svm: oneOf(['none', 'coarse', 'fine']),
  memBaseAddrAlign: powerOfTwo(2 ** 30),
  maxMemAllocSize: size,
  globalMemSize: size,
  image2dMaxWidth: pixels,
  image2dMaxHeight: pixels,
  image3dMaxWidth: pixels,
  image3dMaxHeight: pixels,
  image3dMaxDepth: pixels,
  imageMaxBufferSize: pixels,
  imageMaxArraySize: pixels,
  imagePitchAlignment: zeroOrPowerOfTwo(2 ** 30),
  imageBaseAddressAlignment: zeroOrPowerOfTwo(2 ** 30),
  outOfOrderQueues: flag,
  engines: size,
  imageFormats: listOf('a list of formats', format),
})
