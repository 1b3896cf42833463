import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CopyBufferToImage, CopyBufferToImageError } from '../../model/commands/copy-buffer-to-image.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { boxBoundsRefusal, packedBytes, readBox } from '../rules/image-box.ts'
import { imageDeviceRefusal, imageSupportRefusal } from '../rules/image-device-rules.ts'
import {
  bufferRefusal,
  contextRefusal,
  imageRefusal,
  isLiveBuffer,
  isLiveImage,
  sameMemoryRefusal,
} from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import type { ValidCopyBufferToImage } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'CopyBufferToImage'

/**
 * The rules of clEnqueueCopyBufferToImage. The box is checked against the image before its bytes against the buffer:
 * the bytes mean nothing until the box does.
 */
export const validateCopyBufferToImage =
  ({ queue, waitList }: CommandFacts) =>
  (command: CopyBufferToImage): Either<CopyBufferToImageError, ValidCopyBufferToImage> => {
    const { srcBuffer, dstImage, srcOffset } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(srcBuffer)) return left(bufferRefusal(NAME, 'src_buffer', srcBuffer))
    if (!isLiveImage(dstImage)) return left(imageRefusal(NAME, 'dst_image', dstImage))
    if (dstImage.buffer === srcBuffer) return left(sameMemoryRefusal(NAME, 'dst_image', 'src_buffer'))
    if (srcBuffer.context !== queue.context) return left(contextRefusal(NAME, 'src_buffer'))
    if (dstImage.context !== queue.context) return left(contextRefusal(NAME, 'dst_image'))
    const refused = waitListRefusal(NAME, queue.context, waitList) ?? imageSupportRefusal(NAME, queue.device)
    if (refused !== undefined) return left(refused)
    if (!isSize(srcOffset)) return left(sizeRefusal(NAME, 'src_offset', srcOffset))
    const box = readBox(NAME, 'dst_origin', dstImage, command.dstOrigin, command.region)
    if (box._tag === 'Left') return box
    const { origin: dstOrigin, region } = box.right
    const outside = boxBoundsRefusal(NAME, 'dst_origin', dstImage, box.right)
    if (outside !== undefined) return left(outside)
    const bytes = packedBytes(dstImage, region)
    if (leaves(srcBuffer.size, srcOffset, bytes))
      return left(rangeRefusal(NAME, 'src_offset', 'src_buffer', srcBuffer.size, srcOffset, bytes))
    const unsupported = imageDeviceRefusal(NAME, 'dst_image', queue.device, dstImage)
    if (unsupported !== undefined) return left(unsupported)
    if (isMisaligned(srcBuffer, queue.device))
      return left(alignmentRefusal(NAME, 'src_buffer', srcBuffer, queue.device))
    return right({ _tag: NAME, srcBuffer, dstImage, srcOffset, dstOrigin, region })
  }
