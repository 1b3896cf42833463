import { DEVICE_VERSIONS, type DeviceVersion } from '@rxcl/core'

const numberOf = (major: string, minor: string): number => Number(major) * 1000 + Number(minor)

const KNOWN = DEVICE_VERSIONS.map((version) => {
  const [major = '', minor = ''] = version.split('.')
  return { version, number: numberOf(major, minor) }
})

/**
 * CL_DEVICE_VERSION, such as 'OpenCL 3.0 PoCL HSTR: …', as a version. One that is newer than this library counts as the
 * newest that it knows; a sentence without a version as 1.0.
 */
export const deviceVersionOf = (text: string): DeviceVersion => {
  const [, major, minor] = /^OpenCL (\d+)\.(\d+)/.exec(text) ?? []
  if (major === undefined || minor === undefined) return '1.0'
  const number = numberOf(major, minor)
  return KNOWN.findLast((known) => known.number <= number)?.version ?? '1.0'
}
