import type { PortCopyBuffer, PortReadBuffer, PortWriteBuffer } from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import { bufferMem } from '../objects/handles.ts'
import type { CommandBuffer } from './command-buffer.ts'
import { hostBytes } from './host-memory.ts'
import type { Place } from './place.ts'

/** WRITE_BUFFER, READ_BUFFER: buffer, offset, size, h. */
export const packHostAndBuffer = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  command: PortWriteBuffer | PortReadBuffer,
): void => {
  out.begin(command._tag === 'WriteBuffer' ? OP.WRITE_BUFFER : OP.READ_BUFFER, queue, slot, waits)
  out.put(bufferMem(command.buffer))
  out.put(command.offset)
  out.put(command.size)
  out.putHost(hostBytes(command.ptr, command.size))
}

/** COPY_BUFFER: src, dst, src offset, dst offset, size. */
export const packCopyBuffer = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { srcBuffer, dstBuffer, srcOffset, dstOffset, size }: PortCopyBuffer,
): void => {
  out.begin(OP.COPY_BUFFER, queue, slot, waits)
  out.put(bufferMem(srcBuffer))
  out.put(bufferMem(dstBuffer))
  out.put(srcOffset)
  out.put(dstOffset)
  out.put(size)
}
