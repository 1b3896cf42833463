import type { BufferRef, ImageRef, PortCopyBufferRect } from '@rxcl/core/port'
import { bufferOf } from '../objects/handles.ts'
import type { DriverCommand } from './driver-command.ts'

type Triple = PortCopyBufferRect['region']

interface Place {
  readonly buffer: BufferRef
  readonly offset: number
}

/** A byte of a sub-buffer as a byte of its parent, which lives at least as long. */
const inParent = (ref: BufferRef, offset: number): Place => {
  const handle = bufferOf(ref)
  if (typeof handle === 'number' || handle.parent === 0) return { buffer: ref, offset }
  return { buffer: { _tag: 'Buffer', handle: handle.parent }, offset: handle.origin + offset }
}

const parentOf = (ref: BufferRef | ImageRef): BufferRef | ImageRef =>
  ref._tag === 'Image' ? ref : inParent(ref, 0).buffer

/** The first byte of a box in bytes, rows and slices, as one of the parent. */
const boxInParent = (ref: BufferRef, [x, y, z]: Triple): { readonly buffer: BufferRef; readonly origin: Triple } => {
  const { buffer, offset } = inParent(ref, x)
  return { buffer, origin: [offset, y, z] }
}

/** The same command with the parent in place of each sub-buffer. */
export const withoutSubBuffers = (command: DriverCommand): DriverCommand => {
  switch (command._tag) {
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'FillBuffer':
    case 'MapBuffer':
      return { ...command, ...inParent(command.buffer, command.offset) }
    case 'WriteBufferRect':
    case 'ReadBufferRect': {
      const { buffer, origin } = boxInParent(command.buffer, command.bufferOrigin)
      return { ...command, buffer, bufferOrigin: origin }
    }
    case 'CopyBuffer': {
      const src = inParent(command.srcBuffer, command.srcOffset)
      const dst = inParent(command.dstBuffer, command.dstOffset)
      return { ...command, srcBuffer: src.buffer, srcOffset: src.offset, dstBuffer: dst.buffer, dstOffset: dst.offset }
    }
    case 'CopyBufferRect':
    case 'CopyBufferRows': {
      const src = boxInParent(command.srcBuffer, command.srcOrigin)
      const dst = boxInParent(command.dstBuffer, command.dstOrigin)
      return { ...command, srcBuffer: src.buffer, srcOrigin: src.origin, dstBuffer: dst.buffer, dstOrigin: dst.origin }
    }
    case 'CopyImageToBuffer': {
      const { buffer, offset } = inParent(command.dstBuffer, command.dstOffset)
      return { ...command, dstBuffer: buffer, dstOffset: offset }
    }
    case 'CopyBufferToImage': {
      const { buffer, offset } = inParent(command.srcBuffer, command.srcOffset)
      return { ...command, srcBuffer: buffer, srcOffset: offset }
    }
    case 'MigrateMemObjects':
      return { ...command, memObjects: command.memObjects.map(parentOf) }
    case 'WriteImage':
    case 'ReadImage':
    case 'CopyImage':
    case 'CopyImageThrough':
    case 'FillImage':
    case 'MapImage':
    case 'UnmapMemObject':
    case 'SvmMemcpy':
    case 'SvmMemFill':
    case 'SvmMap':
    case 'SvmUnmap':
    case 'SvmMigrateMem':
    case 'SvmFree':
    case 'Marker':
    case 'Barrier':
      return command
  }
}
