import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ReadBufferRect, ReadBufferRectError } from '../../model/commands/read-buffer-rect.ts'
import { bytesOf } from '../../model/host-data.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { readAccessRefusal } from '../rules/host-access-rule.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { readRectPitches, rectBoundsRefusal, rectEnd, type RectNames } from '../rules/rect-rule.ts'
import { allocateResult } from '../rules/result-memory.ts'
import { readTriple } from '../rules/triple-rule.ts'
import type { ValidReadBufferRect } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'ReadBufferRect'
const BUFFER: RectNames = {
  memory: 'buffer',
  origin: 'buffer_origin',
  row: 'buffer_row_pitch',
  slice: 'buffer_slice_pitch',
}
const HOST: RectNames = { memory: 'ptr', origin: 'host_origin', row: 'host_row_pitch', slice: 'host_slice_pitch' }

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
    const bufferOrigin = readTriple(NAME, BUFFER.origin, command.bufferOrigin, 0)
    if (bufferOrigin._tag === 'Left') return bufferOrigin
    const hostOrigin = readTriple(NAME, HOST.origin, command.hostOrigin, 0)
    if (hostOrigin._tag === 'Left') return hostOrigin
    const size = readTriple(NAME, 'region', command.region, 1)
    if (size._tag === 'Left') return size
    const region = size.right
    const device = readRectPitches(NAME, BUFFER, region, command.bufferRowPitch, command.bufferSlicePitch)
    if (device._tag === 'Left') return device
    const host = readRectPitches(NAME, HOST, region, command.hostRowPitch, command.hostSlicePitch)
    if (host._tag === 'Left') return host
    if (ptr !== undefined) {
      if (!isHostData(ptr)) return left(notHostData(NAME, 'ptr', ptr))
      const badMemory = hostBufferRefusal(NAME, 'ptr', ptr)
      if (badMemory !== undefined) return left(badMemory)
    }
    const outside = rectBoundsRefusal(NAME, BUFFER, buffer.size, bufferOrigin.right, region, device.right)
    if (outside !== undefined) return left(outside)
    const bytes = rectEnd(hostOrigin.right, region, host.right)
    if (ptr !== undefined && ptr.byteLength < bytes) return left(tooShort(NAME, 'ptr', ptr.byteLength, bytes))
    if (isMisaligned(buffer, queue.device)) return left(alignmentRefusal(NAME, 'buffer', buffer, queue.device))
    const written = region[0] * region[1] * region[2]
    const result = ptr === undefined ? allocateResult(NAME, queue.context, bytes, written) : right(bytesOf(ptr))
    if (result._tag === 'Left') return result
    return right({
      _tag: NAME,
      buffer,
      bufferOrigin: bufferOrigin.right,
      hostOrigin: hostOrigin.right,
      region,
      bufferRowPitch: device.right.row,
      bufferSlicePitch: device.right.slice,
      hostRowPitch: host.right.row,
      hostSlicePitch: host.right.slice,
      ptr: result.right,
    })
  }
