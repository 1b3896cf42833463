import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ReadBufferRect, ReadBufferRectError } from '../../model/commands/read-buffer-rect.ts'
import { bytesOf } from '../../model/host-data.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { readAccessRefusal } from '../rules/host-access-rule.ts'
import { BUFFER_RECT, readHostRects } from '../rules/host-rects.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { rectBoundsRefusal, rectEnd } from '../rules/rect-rule.ts'
import { allocateResult } from '../rules/result-memory.ts'
import type { ValidReadBufferRect } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'ReadBufferRect'

/**
 * The rules of clEnqueueReadBufferRect. Without `ptr` the result is allocated here: the bytes from the first of host
 * memory to the end of the box, gaps 0.
 */
export const validateReadBufferRect =
  ({ queue, waitList }: CommandFacts) =>
  (command: ReadBufferRect): Either<ReadBufferRectError, ValidReadBufferRect> => {
    const { buffer, ptr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(buffer)) return left(bufferRefusal(NAME, 'buffer', buffer))
    if (buffer.context !== queue.context) return left(contextRefusal(NAME, 'buffer'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const forbidden = deviceVersionRefusal(NAME, queue.device, '1.1') ?? readAccessRefusal(NAME, 'buffer', buffer.flags)
    if (forbidden !== undefined) return left(forbidden)
    const rects = readHostRects(command)
    if (rects._tag === 'Left') return rects
    const { first: device, second: host, region } = rects.right
    if (ptr !== undefined) {
      if (!isHostData(ptr)) return left(notHostData(NAME, 'ptr', ptr))
      const badMemory = hostBufferRefusal(NAME, 'ptr', ptr)
      if (badMemory !== undefined) return left(badMemory)
    }
    const outside = rectBoundsRefusal(NAME, BUFFER_RECT, buffer.size, device.origin, region, device.pitches)
    if (outside !== undefined) return left(outside)
    const bytes = rectEnd(host.origin, region, host.pitches)
    if (ptr !== undefined && ptr.byteLength < bytes) return left(tooShort(NAME, 'ptr', ptr.byteLength, bytes))
    if (isMisaligned(buffer, queue.device)) return left(alignmentRefusal(NAME, 'buffer', buffer, queue.device))
    const written = region[0] * region[1] * region[2]
    const result = ptr === undefined ? allocateResult(NAME, queue.context, bytes, written) : right(bytesOf(ptr))
    if (result._tag === 'Left') return result
    return right({
      _tag: NAME,
      buffer,
      bufferOrigin: device.origin,
      hostOrigin: host.origin,
      region,
      bufferRowPitch: device.pitches.row,
      bufferSlicePitch: device.pitches.slice,
      hostRowPitch: host.pitches.row,
      hostSlicePitch: host.pitches.slice,
      ptr: result.right,
    })
  }
