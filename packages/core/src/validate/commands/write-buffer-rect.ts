import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { WriteBufferRect, WriteBufferRectError } from '../../model/commands/write-buffer-rect.ts'
import { bytesOf } from '../../model/host-data.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { writeAccessRefusal } from '../rules/host-access-rule.ts'
import { BUFFER_RECT, readHostRects } from '../rules/host-rects.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { rectBoundsRefusal, rectEnd } from '../rules/rect-rule.ts'
import type { ValidWriteBufferRect } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'WriteBufferRect'

/** The rules of clEnqueueWriteBufferRect. */
export const validateWriteBufferRect =
  ({ queue, waitList }: CommandFacts) =>
  (command: WriteBufferRect): Either<WriteBufferRectError, ValidWriteBufferRect> => {
    const { buffer, ptr } = command
    if (!isLiveQueue(queue)) return left(queueRefusal(NAME, queue))
    if (!isLiveBuffer(buffer)) return left(bufferRefusal(NAME, 'buffer', buffer))
    if (buffer.context !== queue.context) return left(contextRefusal(NAME, 'buffer'))
    const badWait = waitListRefusal(NAME, queue.context, waitList)
    if (badWait !== undefined) return left(badWait)
    const forbidden =
      deviceVersionRefusal(NAME, queue.device, '1.1') ?? writeAccessRefusal(NAME, 'buffer', buffer.flags)
    if (forbidden !== undefined) return left(forbidden)
    const rects = readHostRects(command)
    if (rects._tag === 'Left') return rects
    const { first: device, second: host, region } = rects.right
    if (!isHostData(ptr)) return left(notHostData(NAME, 'ptr', ptr))
    const badMemory = hostBufferRefusal(NAME, 'ptr', ptr)
    if (badMemory !== undefined) return left(badMemory)
    const outside = rectBoundsRefusal(NAME, BUFFER_RECT, buffer.size, device.origin, region, device.pitches)
    if (outside !== undefined) return left(outside)
    const bytes = rectEnd(host.origin, region, host.pitches)
    if (ptr.byteLength < bytes) return left(tooShort(NAME, 'ptr', ptr.byteLength, bytes))
    if (isMisaligned(buffer, queue.device)) return left(alignmentRefusal(NAME, 'buffer', buffer, queue.device))
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
      ptr: bytesOf(ptr),
    })
  }
