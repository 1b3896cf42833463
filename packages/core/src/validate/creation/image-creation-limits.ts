import type { BufferObject } from '../../model/buffer.ts'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { ContextIdentity } from '../../model/context-identity.ts'
import { supportsFormat } from '../../model/device.ts'
import { formatKey } from '../../model/image-format.ts'
import { extentOf, type ImageShape } from '../../model/image.ts'
import { isWithinLimits, largestExtent } from '../rules/image-limits.ts'
import type { ImageLayout } from './image-pitch-rules.ts'

/** Refuses an image that is empty, larger than every device of the context takes, or larger than the buffer behind. */
export const imageSizeRefusal = (
  command: string,
  context: ContextIdentity,
  shape: ImageShape,
  layout: ImageLayout,
  buffer: BufferObject | undefined,
): ClError<'CL_INVALID_IMAGE_SIZE'> | undefined => {
  const invalid = (message: string): ClError<'CL_INVALID_IMAGE_SIZE'> =>
    refusal('CL_INVALID_IMAGE_SIZE', command, 'image_desc', message)
  const extent = extentOf(shape)
  const devices = context.devices.filter((device) => device.imageSupport)
  if (extent.includes(0) || !devices.some((device) => isWithinLimits(device, shape)))
    return invalid(
      `The image is ${extent.join(' x ')}; it must be at least 1 along each axis and within ` +
        `${devices.map((device) => largestExtent(device, shape.type).join(' x ')).join(' or ')}.`,
    )
  if (buffer !== undefined && layout.bytes > buffer.size)
    return invalid(`${extent.join(' x ')} pixels need ${layout.bytes} bytes; the buffer has ${buffer.size}.`)
  return undefined
}

/** Refuses a legal format that no device of the context has for images of this type. */
export const imageFormatRefusal = (
  command: string,
  context: ContextIdentity,
  { type, format }: ImageShape,
): ClError<'CL_IMAGE_FORMAT_NOT_SUPPORTED'> | undefined =>
  context.devices.some((device) => device.imageSupport && supportsFormat(device, type, format))
    ? undefined
    : refusal(
        'CL_IMAGE_FORMAT_NOT_SUPPORTED',
        command,
        'image_format',
        `format is ${formatKey(format)}; no device of the context has ${type} images of that format.`,
      )
