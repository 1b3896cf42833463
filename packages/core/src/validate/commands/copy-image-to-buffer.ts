import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CopyImageToBuffer, CopyImageToBufferError } from '../../model/commands/copy-image-to-buffer.ts'
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
import type { ValidCopyImageToBuffer } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'CopyImageToBuffer'

/** The rules of clEnqueueCopyImageToBuffer. The access flags of the host do not matter to it. */
export const validateCopyImageToBuffer =
  ({ queue, waitList }: CommandFacts) =>
  (command: CopyImageToBuffer): Either<CopyImageToBufferError, ValidCopyImageToBuffer> => {
    const { srcImage, dstBuffer, dstOffset } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveImage(srcImage)) return left(imageRefusal(NAME, 'src_image', srcImage))
    if (!isLiveBuffer(dstBuffer)) return left(bufferRefusal(NAME, 'dst_buffer', dstBuffer))
    if (srcImage.buffer === dstBuffer) return left(sameMemoryRefusal(NAME, 'src_image', 'dst_buffer'))
    if (srcImage.context !== queue.context) return left(contextRefusal(NAME, 'src_image'))
    if (dstBuffer.context !== queue.context) return left(contextRefusal(NAME, 'dst_buffer'))
    const refused = waitListRefusal(NAME, queue.context, waitList) ?? imageSupportRefusal(NAME, queue.device)
    if (refused !== undefined) return left(refused)
    const box = readBox(NAME, 'src_origin', srcImage, command.srcOrigin, command.region)
    if (box._tag === 'Left') return box
    if (!isSize(dstOffset)) return left(sizeRefusal(NAME, 'dst_offset', dstOffset))
    const { origin: srcOrigin, region } = box.right
    const outside = boxBoundsRefusal(NAME, 'src_origin', srcImage, box.right)
    if (outside !== undefined) return left(outside)
    const bytes = packedBytes(srcImage, region)
    if (leaves(dstBuffer.size, dstOffset, bytes))
      return left(rangeRefusal(NAME, 'dst_offset', 'dst_buffer', dstBuffer.size, dstOffset, bytes))
    const unsupported = imageDeviceRefusal(NAME, 'src_image', queue.device, srcImage)
    if (unsupported !== undefined) return left(unsupported)
    if (isMisaligned(dstBuffer, queue.device))
      return left(alignmentRefusal(NAME, 'dst_buffer', dstBuffer, queue.device))
    return right({ _tag: NAME, srcImage, dstBuffer, srcOrigin, region, dstOffset })
  }
