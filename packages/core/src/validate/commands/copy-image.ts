import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal, type ClError } from '../../model/cl-error.ts'
import type { CopyImage, CopyImageError } from '../../model/commands/copy-image.ts'
import { formatKey } from '../../model/image-format.ts'
import type { ImageObject } from '../../model/image.ts'
import type { CommandFacts } from './command-facts.ts'
import { boxBoundsRefusal, readOrigin, readRegion, regionShapeRefusal } from '../rules/image-box.ts'
import { imageDeviceRefusal, imageSupportRefusal } from '../rules/image-device-rules.ts'
import { imagesOverlap } from '../rules/image-overlap.ts'
import { contextRefusal, imageRefusal, isLiveImage } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import type { ValidCopyImage } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'CopyImage'

const formatRefusal = (
  { format: src }: ImageObject,
  { format: dst }: ImageObject,
): ClError<'CL_IMAGE_FORMAT_MISMATCH'> | undefined =>
  src.channelOrder === dst.channelOrder && src.channelDataType === dst.channelDataType
    ? undefined
    : refusal(
        'CL_IMAGE_FORMAT_MISMATCH',
        NAME,
        'dst_image',
        `dst_image is ${formatKey(dst)}; it must be ${formatKey(src)}, as src_image is.`,
      )

/** The rules of clEnqueueCopyImage. The images may be of different types. */
export const validateCopyImage =
  ({ queue, waitList }: CommandFacts) =>
  (command: CopyImage): Either<CopyImageError, ValidCopyImage> => {
    const { srcImage, dstImage } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveImage(srcImage)) return left(imageRefusal(NAME, 'src_image', srcImage))
    if (!isLiveImage(dstImage)) return left(imageRefusal(NAME, 'dst_image', dstImage))
    if (srcImage.context !== queue.context) return left(contextRefusal(NAME, 'src_image'))
    if (dstImage.context !== queue.context) return left(contextRefusal(NAME, 'dst_image'))
    const refused =
      waitListRefusal(NAME, queue.context, waitList) ??
      imageSupportRefusal(NAME, queue.device) ??
      formatRefusal(srcImage, dstImage)
    if (refused !== undefined) return left(refused)
    const from = readOrigin(NAME, 'src_origin', srcImage, command.srcOrigin)
    if (from._tag === 'Left') return from
    const to = readOrigin(NAME, 'dst_origin', dstImage, command.dstOrigin)
    if (to._tag === 'Left') return to
    const size = readRegion(NAME, srcImage, from.right, command.region)
    if (size._tag === 'Left') return size
    const srcOrigin = from.right
    const dstOrigin = to.right
    const region = size.right
    const unfit =
      regionShapeRefusal(NAME, dstImage, region) ??
      boxBoundsRefusal(NAME, 'src_origin', srcImage, { origin: srcOrigin, region }) ??
      boxBoundsRefusal(NAME, 'dst_origin', dstImage, { origin: dstOrigin, region }) ??
      imageDeviceRefusal(NAME, 'src_image', queue.device, srcImage) ??
      imageDeviceRefusal(NAME, 'dst_image', queue.device, dstImage)
    if (unfit !== undefined) return left(unfit)
    if (imagesOverlap(srcImage, srcOrigin, dstImage, dstOrigin, region))
      return left(
        refusal(
          'CL_MEM_COPY_OVERLAP',
          NAME,
          'dst_image',
          `The box of ${region.join(' x ')} from [${srcOrigin.join(', ')}] of src_image and the one from ` +
            `[${dstOrigin.join(', ')}] of dst_image overlap; they must have no pixel in common.`,
        ),
      )
    return right({ _tag: NAME, srcImage, dstImage, srcOrigin, dstOrigin, region })
  }
