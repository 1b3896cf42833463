import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { WriteBufferRect, WriteBufferRectError } from '../../model/commands/write-buffer-rect.ts'
import { bytesOf } from '../../model/host-data.ts'
import { alignmentRefusal, isMisaligned } from '../rules/alignment-rule.ts'
import type { CommandFacts } from './command-facts.ts'
import { deviceVersionRefusal } from '../rules/device-version-rule.ts'
import { writeAccessRefusal } from '../rules/host-access-rule.ts'
import { hostBufferRefusal, isHostData, notHostData, tooShort } from '../rules/host-memory-rule.ts'
import { bufferRefusal, contextRefusal, isLiveBuffer } from '../rules/object-rules.ts'
import { isLiveQueue, queueRefusal } from '../rules/queue-rule.ts'
import { readRectPitches, rectBoundsRefusal, rectEnd, type RectNames } from '../rules/rect-rule.ts'
import { readTriple } from '../rules/triple-rule.ts'
import type { ValidWriteBufferRect } from './valid-command.ts'
import { waitListRefusal } from '../rules/wait-list-rule.ts'

const NAME = 'WriteBufferRect'
const BUFFER: RectNames = {
  memory: 'buffer',
  origin: 'buffer_origin',
  row: 'buffer_row_pitch',
  slice: 'buffer_slice_pitch',
}
const HOST: RectNames = { memory: 'ptr', origin: 'host_origin', row: 'host_row_pitch', slice: 'host_slice_pitch' }

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
    if (!isHostData(ptr)) return left(notHostData(NAME, 'ptr', ptr))
    const badMemory = hostBufferRefusal(NAME, 'ptr', ptr)
    if (badMemory !== undefined) return left(badMemory)
    const outside = rectBoundsRefusal(NAME, BUFFER, buffer.size, bufferOrigin.right, region, device.right)
    if (outside !== undefined) return left(outside)
    const bytes = rectEnd(hostOrigin.right, region, host.right)
    if (ptr.byteLength < bytes) return left(tooShort(NAME, 'ptr', ptr.byteLength, bytes))
    if (isMisaligned(buffer, queue.device)) return left(alignmentRefusal(NAME, 'buffer', buffer, queue.device))
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
      ptr: bytesOf(ptr),
    })
  }
