import type { DeviceInfo } from '../../model/device.ts'
import { extentOf, type ImageShape } from '../../model/image.ts'
import type { ImageType } from '../../model/image-type.ts'

/** The largest image of a type that a device takes, along each of its coordinates. */
export const largestExtent = (device: DeviceInfo, type: ImageType): readonly [number, number, number] => {
  switch (type) {
    case '1D':
      return [device.image2dMaxWidth, 1, 1]
    case '1D_BUFFER':
      return [device.imageMaxBufferSize, 1, 1]
    case '1D_ARRAY':
      return [device.image2dMaxWidth, device.imageMaxArraySize, 1]
    case '2D':
      return [device.image2dMaxWidth, device.image2dMaxHeight, 1]
    case '2D_ARRAY':
      return [device.image2dMaxWidth, device.image2dMaxHeight, device.imageMaxArraySize]
    case '3D':
      return [device.image3dMaxWidth, device.image3dMaxHeight, device.image3dMaxDepth]
  }
}

/** Whether the device takes images of this size. */
export const isWithinLimits = (device: DeviceInfo, shape: ImageShape): boolean => {
  const extent = extentOf(shape)
  const largest = largestExtent(device, shape.type)
  return extent[0] <= largest[0] && extent[1] <= largest[1] && extent[2] <= largest[2]
}
