import type { ClDevice, ImageFormat, ImageType, LegalImageFormat } from '../index.ts'

// Worked out from the names, apart from the library's own tables, so that a wrong entry there shows.

const BITS_OF_PACKED: Readonly<Record<string, number>> = {
  CL_UNORM_SHORT_565: 16,
  CL_UNORM_SHORT_555: 16,
  CL_UNORM_INT_101010: 32,
  CL_UNORM_INT_101010_2: 32,
}

const channelsOf = (order: string): number => {
  const letters = order.replace(/^CL_s?/, '')
  return /^[RGBAx]+$/.test(letters) ? letters.length : 1
}

const bytesOfChannel = (type: string): number => {
  if (type === 'CL_HALF_FLOAT') return 2
  if (type === 'CL_FLOAT') return 4
  return Number(/INT(8|16|32)$/.exec(type)?.[1]) / 8
}

export const bytesPerPixel = ({ channelOrder, channelDataType }: ImageFormat): number => {
  const packed = BITS_OF_PACKED[channelDataType]
  return packed === undefined ? bytesOfChannel(channelDataType) * channelsOf(channelOrder) : packed / 8
}

/** The bits of a pixel's bytes that a device keeps; padding bits of packed formats may come back as anything. */
export const meaningfulBits = ({ channelDataType }: ImageFormat): readonly number[] | undefined => {
  if (channelDataType === 'CL_UNORM_SHORT_555') return [0xff, 0x7f]
  if (channelDataType === 'CL_UNORM_INT_101010') return [0xff, 0xff, 0xff, 0x3f]
  return undefined
}

/** A mask of `pixels` pixels for expectBytes; undefined where every bit counts. */
export const pixelMask = (format: ImageFormat, pixels: number): Uint8Array | undefined => {
  const bits = meaningfulBits(format)
  return bits && Uint8Array.from({ length: pixels * bits.length }, (_, index) => bits[index % bits.length] ?? 0xff)
}

/** The first format of each pixel size that the device takes for a type, without those that have padding bits. */
export const formatPerPixelSize = (device: ClDevice, type: ImageType): readonly LegalImageFormat[] => {
  const bySize = new Map<number, LegalImageFormat>()
  for (const format of device.imageFormats[type]) {
    const size = bytesPerPixel(format)
    if (meaningfulBits(format) === undefined && !bySize.has(size)) bySize.set(size, format)
  }
  return [...bySize.values()]
}
