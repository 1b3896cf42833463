import { refusal, type ClError } from '../../model/cl-error.ts'
import { supportsFormat, type ClDevice } from '../../model/device.ts'
import { formatKey } from '../../model/image-format.ts'
import { extentOf, type ImageObject } from '../../model/image.ts'
import { isWithinLimits, largestExtent } from './image-limits.ts'

export const imageSupportRefusal = (command: string, device: ClDevice): ClError<'CL_INVALID_OPERATION'> | undefined =>
  device.imageSupport
    ? undefined
    : refusal(
        'CL_INVALID_OPERATION',
        command,
        'command_queue',
        `The queue's device '${device.name}' has no image support; the command needs a device that has.`,
      )

/** An image that another device of the context can hold may be too large or of a format unknown to this one. */
export const imageDeviceRefusal = (
  command: string,
  parameter: string,
  device: ClDevice,
  image: ImageObject,
): ClError<'CL_INVALID_IMAGE_SIZE'> | ClError<'CL_IMAGE_FORMAT_NOT_SUPPORTED'> | undefined => {
  if (!isWithinLimits(device, image))
    return refusal(
      'CL_INVALID_IMAGE_SIZE',
      command,
      parameter,
      `${parameter} is ${extentOf(image).join(' x ')}; ` +
        `the queue's device takes ${image.type} images up to ${largestExtent(device, image.type).join(' x ')}.`,
    )
  if (!supportsFormat(device, image.type, image.format))
    return refusal(
      'CL_IMAGE_FORMAT_NOT_SUPPORTED',
      command,
      parameter,
      `${parameter} is ${formatKey(image.format)}; the queue's device has no ${image.type} images of that format.`,
    )
  return undefined
}
