import type { PortCopyBufferRect, PortReadBufferRect, PortWriteBufferRect } from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import { bufferMem } from '../objects/handles.ts'
import type { CommandBuffer } from './command-buffer.ts'
import { hostBoxOf } from './host-box.ts'
import { hostBytes } from './host-memory.ts'
import type { Place } from './place.ts'
import type { CopyBufferRows } from './rect-routes.ts'

/** WRITE_BUFFER_RECT, READ_BUFFER_RECT: buffer, origin, region, buffer pitches, host pitches, h. */
export const packHostAndRect = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  command: PortWriteBufferRect | PortReadBufferRect,
): void => {
  const { start, bytes } = hostBoxOf(command)
  out.begin(command._tag === 'WriteBufferRect' ? OP.WRITE_BUFFER_RECT : OP.READ_BUFFER_RECT, queue, slot, waits)
  out.put(bufferMem(command.buffer))
  out.put3(command.bufferOrigin)
  out.put3(command.region)
  out.put(command.bufferRowPitch)
  out.put(command.bufferSlicePitch)
  out.put(command.hostRowPitch)
  out.put(command.hostSlicePitch)
  out.putHost(hostBytes(start === 0 ? command.ptr : command.ptr.subarray(start), bytes))
}

/** COPY_BUFFER_RECT, COPY_BUFFER_ROWS: src, dst, src origin, dst origin, region, src pitches, dst pitches. */
export const packCopyBufferRect = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  command: PortCopyBufferRect | CopyBufferRows,
): void => {
  out.begin(command._tag === 'CopyBufferRect' ? OP.COPY_BUFFER_RECT : OP.COPY_BUFFER_ROWS, queue, slot, waits)
  out.put(bufferMem(command.srcBuffer))
  out.put(bufferMem(command.dstBuffer))
  out.put3(command.srcOrigin)
  out.put3(command.dstOrigin)
  out.put3(command.region)
  out.put(command.srcRowPitch)
  out.put(command.srcSlicePitch)
  out.put(command.dstRowPitch)
  out.put(command.dstSlicePitch)
}
