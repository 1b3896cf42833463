import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { WriteBuffer, WriteBufferError } from '../../model/commands/write-buffer.ts'
import { bytesOf } from '../../model/host-data.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { writeAccessRefusal } from '../rules/host-access-rule.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import type { ValidWriteBuffer } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'WriteBuffer'

/** The rules of clEnqueueWriteBuffer. A size of 0 is legal. */
export const validateWriteBuffer =
  ({ queue, waitList }: CommandFacts) =>
  (command: WriteBuffer): Either<WriteBufferError, ValidWriteBuffer> => {
    const { buffer, offset, ptr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(buffer)) return left(bufferRefusal(NAME, 'buffer', buffer))
    if (buffer.context !== queue.context) return left(contextRefusal(NAME, 'buffer'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const badAccess = writeAccessRefusal(NAME, 'buffer', buffer.flags)
    if (badAccess !== undefined) return left(badAccess)
    if (!isSize(offset)) return left(sizeRefusal(NAME, 'offset', offset))
    if (command.size !== undefined && !isSize(command.size)) return left(sizeRefusal(NAME, 'size', command.size))
    if (!isHostData(ptr)) return left(notHostData(NAME, 'ptr', ptr))
    const badMemory = hostBufferRefusal(NAME, 'ptr', ptr)
    if (badMemory !== undefined) return left(badMemory)
    const size = command.size ?? ptr.byteLength
    if (leaves(buffer.size, offset, size)) {
      const parameter = offset > buffer.size ? 'offset' : 'size'
      return left(rangeRefusal(NAME, parameter, 'buffer', buffer.size, offset, size))
    }
    if (ptr.byteLength < size) return left(tooShort(NAME, 'ptr', ptr.byteLength, size))
    if (isMisaligned(buffer, queue.device)) return left(alignmentRefusal(NAME, 'buffer', buffer, queue.device))
    return right({ _tag: NAME, buffer, offset, size, ptr: bytesOf(ptr) })
  }
