import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { FillBuffer, FillBufferError } from '../../model/commands/fill-buffer.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { patternMultipleRefusal, readPattern } from '../rules/pattern-rule.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import type { ValidFillBuffer } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'FillBuffer'

/** The rules of clEnqueueFillBuffer. A size of 0 is legal. The access flags of the host do not matter to it. */
export const validateFillBuffer =
  ({ queue, waitList }: CommandFacts) =>
  (command: FillBuffer): Either<FillBufferError, ValidFillBuffer> => {
    const { buffer, offset } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(buffer)) return left(bufferRefusal(NAME, 'buffer', buffer))
    if (buffer.context !== queue.context) return left(contextRefusal(NAME, 'buffer'))
    const refused = waitListRefusal(NAME, queue.context, waitList) ?? deviceVersionRefusal(NAME, queue.device, '1.2')
    if (refused !== undefined) return left(refused)
    const copied = readPattern(NAME, command.pattern)
    if (copied._tag === 'Left') return copied
    const pattern = copied.right
    if (!isSize(offset)) return left(sizeRefusal(NAME, 'offset', offset))
    if (command.size !== undefined && !isSize(command.size)) return left(sizeRefusal(NAME, 'size', command.size))
    const size = command.size ?? Math.max(0, buffer.size - offset)
    const uneven =
      patternMultipleRefusal(NAME, 'offset', offset, pattern.byteLength) ??
      patternMultipleRefusal(NAME, 'size', size, pattern.byteLength)
    if (uneven !== undefined) return left(uneven)
    if (leaves(buffer.size, offset, size)) {
      const parameter = offset > buffer.size ? 'offset' : 'size'
      return left(rangeRefusal(NAME, parameter, 'buffer', buffer.size, offset, size))
    }
    if (isMisaligned(buffer, queue.device)) return left(alignmentRefusal(NAME, 'buffer', buffer, queue.device))
    return right({ _tag: NAME, buffer, pattern, offset, size })
  }
