import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { CopyBuffer, CopyBufferError } from '../../model/commands/copy-buffer.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { buffersOverlap } from '../rules/overlap.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import type { ValidCopyBuffer } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'CopyBuffer'

/** The rules of clEnqueueCopyBuffer. A size of 0 is legal. */
export const validateCopyBuffer =
  ({ queue, waitList }: CommandFacts) =>
  (command: CopyBuffer): Either<CopyBufferError, ValidCopyBuffer> => {
    const { srcBuffer, dstBuffer, srcOffset, dstOffset } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(srcBuffer)) return left(bufferRefusal(NAME, 'src_buffer', srcBuffer))
    if (!isLiveBuffer(dstBuffer)) return left(bufferRefusal(NAME, 'dst_buffer', dstBuffer))
    if (srcBuffer.context !== queue.context) return left(contextRefusal(NAME, 'src_buffer'))
    if (dstBuffer.context !== queue.context) return left(contextRefusal(NAME, 'dst_buffer'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    if (!isSize(srcOffset)) return left(sizeRefusal(NAME, 'src_offset', srcOffset))
    if (!isSize(dstOffset)) return left(sizeRefusal(NAME, 'dst_offset', dstOffset))
    if (command.size !== undefined && !isSize(command.size)) return left(sizeRefusal(NAME, 'size', command.size))
    const size = command.size ?? Math.max(0, srcBuffer.size - srcOffset)
    if (leaves(srcBuffer.size, srcOffset, size)) {
      const parameter = srcOffset > srcBuffer.size ? 'src_offset' : 'size'
      return left(rangeRefusal(NAME, parameter, 'src_buffer', srcBuffer.size, srcOffset, size))
    }
    if (leaves(dstBuffer.size, dstOffset, size)) {
      const parameter = dstOffset > dstBuffer.size || command.size === undefined ? 'dst_offset' : 'size'
      return left(rangeRefusal(NAME, parameter, 'dst_buffer', dstBuffer.size, dstOffset, size))
    }
    if (isMisaligned(srcBuffer, queue.device))
      return left(alignmentRefusal(NAME, 'src_buffer', srcBuffer, queue.device))
    if (isMisaligned(dstBuffer, queue.device))
      return left(alignmentRefusal(NAME, 'dst_buffer', dstBuffer, queue.device))
    if (buffersOverlap(srcBuffer, srcOffset, dstBuffer, dstOffset, size))
      return left(
        refusal(
          'CL_MEM_COPY_OVERLAP',
          NAME,
          'dst_buffer',
          `${size} bytes from ${srcOffset} of src_buffer and from ${dstOffset} of dst_buffer overlap in one buffer; ` +
            'the ranges must have no byte in common.',
        ),
      )
    return right({ _tag: NAME, srcBuffer, dstBuffer, srcOffset, dstOffset, size })
  }
