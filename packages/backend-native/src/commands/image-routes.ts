import { pixelOf, type PortCopyImage, type PortFillImage, type PortWriteImage } from '@rxcl/core/port'
import { imageMem, imageOf } from '../objects/handles.ts'

/** A copy that goes through a buffer. */
export interface CopyImageThrough extends Omit<PortCopyImage, '_tag'> {
  readonly _tag: 'CopyImageThrough'
}

/** The same copy, through a buffer where it is within one image of many layers. */
export const routedImageCopy = (command: PortCopyImage): PortCopyImage | CopyImageThrough => {
  const { srcImage, dstImage } = command
  const isWithin = srcImage.type === '2D_ARRAY' && imageMem(srcImage) === imageMem(dstImage)
  return isWithin ? { ...command, _tag: 'CopyImageThrough' } : command
}

/** The half floats of a pixel that are infinite have all bits of the exponent, and none behind. */
const hasInfinity = (pixel: Uint8Array): boolean =>
  new Uint16Array(pixel.buffer, pixel.byteOffset, pixel.length / 2).some((bits) => (bits & 0x7fff) === 0x7c00)

/** The same fill, as a write where it puts infinite half floats into a 3D image. */
export const routedFill = (command: PortFillImage): PortFillImage | PortWriteImage => {
  const { image, fillColor, origin, region } = command
  const { format } = imageOf(image)
  if (image.type !== '3D' || format.channelDataType !== 'CL_HALF_FLOAT') return command
  const pixel = pixelOf(format, fillColor)
  if (!hasInfinity(pixel)) return command
  const inputRowPitch = region[0] * pixel.length
  const inputSlicePitch = region[1] * inputRowPitch
  const ptr = new Uint8Array(region[2] * inputSlicePitch)
  for (let at = 0; at < ptr.length; at += pixel.length) ptr.set(pixel, at)
  return { _tag: 'WriteImage', image, origin, region, inputRowPitch, inputSlicePitch, ptr }
}
