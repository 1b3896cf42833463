import { DEVICE_VERSIONS, IMAGE_TYPES, LEGAL_FORMATS, ORDER_SINCE } from '@rxcl/core'
import type { DeviceInfo, DeviceVersion, LegalImageFormat } from '@rxcl/core'

type ImageType = (typeof IMAGE_TYPES)[number]

const isAtLeast = (version: DeviceVersion, since: DeviceVersion): boolean =>
  DEVICE_VERSIONS.indexOf(version) >= DEVICE_VERSIONS.indexOf(since)

const typeSince = (type: ImageType): DeviceVersion => {
  switch (type) {
    case '2D':
    case '3D':
      return '1.0'
    case '1D':
    case '1D_BUFFER':
    case '1D_ARRAY':
    case '2D_ARRAY':
      return '1.2'
  }
}

/** The version that brought a format. */
export const formatSince = ({ channelOrder, channelDataType }: LegalImageFormat): DeviceVersion =>
  channelDataType === 'CL_UNORM_INT_101010_2' ? '2.1' : (ORDER_SINCE[channelOrder] ?? '1.0')

/** Whether a device of this version may have images of this format. */
export const hasFormat = (version: DeviceVersion, format: LegalImageFormat): boolean =>
  isAtLeast(version, formatSince(format))

/** Depth is a format of 2D images and arrays of them. */
const fits = (type: ImageType, { channelOrder }: LegalImageFormat): boolean =>
  channelOrder !== 'CL_DEPTH' || type === '2D' || type === '2D_ARRAY'

/** The formats of each image type: those of `offered` that the version and the type allow. */
export const imageFormatsOf = (
  version: DeviceVersion,
  offered: readonly LegalImageFormat[] = LEGAL_FORMATS,
): DeviceInfo['imageFormats'] => {
  const known = offered.filter((format) => hasFormat(version, format))
  const of = (type: ImageType): readonly LegalImageFormat[] =>
    isAtLeast(version, typeSince(type)) ? known.filter((format) => fits(type, format)) : []
  return Object.fromEntries(IMAGE_TYPES.map((type) => [type, of(type)])) as Record<ImageType, LegalImageFormat[]>
}
