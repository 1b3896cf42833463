import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { refusal } from '../../model/cl-error.ts'
import type { MapBuffer, MapBufferError } from '../../model/commands/map-buffer.ts'
import { MappedObject } from '../../model/mapped.ts'
import { bufferRange } from '../../model/memory-boxes.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import { leaves, rangeRefusal } from '../rules/byte-range-rule.ts'
import { mapAccessRefusal, readMapFlags } from '../rules/map-flags-rule.ts'
import { mappingConflictRefusal } from '../rules/mapping-conflict.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { isSize, sizeRefusal } from '../rules/size-rule.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import type { ValidMapBuffer } from './valid-command.ts'

const NAME = 'MapBuffer'

/** The rules of clEnqueueMapBuffer. The mapping is made here and counts from the enqueueing. */
export const validateMapBuffer =
  ({ queue, waitList }: CommandFacts) =>
  (command: MapBuffer): Either<MapBufferError, ValidMapBuffer> => {
    const { buffer, offset } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(buffer)) return left(bufferRefusal(NAME, 'buffer', buffer))
    if (buffer.context !== queue.context) return left(contextRefusal(NAME, 'buffer'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const badAccess = mapAccessRefusal(NAME, 'buffer', buffer.flags, command.mapFlags)
    if (badAccess !== undefined) return left(badAccess)
    const read = readMapFlags(NAME, 'map_flags', command.mapFlags)
    if (read._tag === 'Left') return read
    const mapFlags = read.right
    if (!isSize(offset)) return left(sizeRefusal(NAME, 'offset', offset))
    if (command.size !== undefined && !isSize(command.size)) return left(sizeRefusal(NAME, 'size', command.size))
    if (command.size === 0) return left(refusal('CL_INVALID_VALUE', NAME, 'size', 'size is 0; it must be at least 1.'))
    // With nothing left, a byte that is not there.
    const size = command.size ?? Math.max(1, buffer.size - offset)
    if (leaves(buffer.size, offset, size))
      return left(rangeRefusal(NAME, offset < buffer.size ? 'size' : 'offset', 'buffer', buffer.size, offset, size))
    if (isMisaligned(buffer, queue.device)) return left(alignmentRefusal(NAME, 'buffer', buffer, queue.device))
    const box = bufferRange(buffer, offset, size)
    const conflict = mappingConflictRefusal(NAME, 'buffer', queue.context, box, mapFlags)
    if (conflict !== undefined) return left(conflict)
    return right({ _tag: NAME, buffer, mapFlags, offset, size, mapping: new MappedObject(buffer, mapFlags, box) })
  }
