import type { BufferRef, PortCommand } from '@rxcl/core/port'
import { bufferOf } from '../objects/handles.ts'

/** A byte of a sub-buffer as a byte of its parent, which lives at least as long. */
const inParent = (ref: BufferRef, offset: number): { readonly buffer: BufferRef; readonly offset: number } => {
  const handle = bufferOf(ref)
  if (typeof handle === 'number') return { buffer: ref, offset }
  return { buffer: { handle: handle.parent }, offset: handle.origin + offset }
}

/** The same copy between an image and a buffer, with the parent in place of a sub-buffer. Another command is itself. */
export const withoutSubBuffer = (command: PortCommand): PortCommand => {
  switch (command._tag) {
    case 'CopyImageToBuffer': {
      const { buffer, offset } = inParent(command.dstBuffer, command.dstOffset)
      return buffer === command.dstBuffer ? command : { ...command, dstBuffer: buffer, dstOffset: offset }
    }
    case 'CopyBufferToImage': {
      const { buffer, offset } = inParent(command.srcBuffer, command.srcOffset)
      return buffer === command.srcBuffer ? command : { ...command, srcBuffer: buffer, srcOffset: offset }
    }
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'WriteImage':
    case 'ReadImage':
    case 'SvmMemcpy':
    case 'Marker':
    case 'Barrier':
      return command
  }
}
