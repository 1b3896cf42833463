import type { BufferRef, PortCopyBufferRect } from '@rxcl/core/port'
import { bufferMem, bufferOf, memOf } from '../objects/handles.ts'

/** A copy of a box that the driver gets row by row. */
export interface CopyBufferRows extends Omit<PortCopyBufferRect, '_tag'> {
  readonly _tag: 'CopyBufferRows'
}

/** The driver's number of the buffer whose bytes these are. */
const rootOf = (ref: BufferRef): number => {
  const handle = bufferOf(ref)
  return typeof handle === 'number' || handle.parent === 0 ? memOf(handle) : handle.parent
}

/** Whether a copy is within one buffer. */
export const isWithinBuffer = ({ srcBuffer, dstBuffer }: PortCopyBufferRect): boolean =>
  rootOf(srcBuffer) === rootOf(dstBuffer)

/** Whether a copy is between a buffer and its part, or parts of one: as parts they may have pitches of their own. */
export const isBetweenParts = (command: PortCopyBufferRect): boolean =>
  isWithinBuffer(command) && bufferMem(command.srcBuffer) !== bufferMem(command.dstBuffer)

/** The same copy row by row. */
export const rowByRow = (command: PortCopyBufferRect): CopyBufferRows => ({ ...command, _tag: 'CopyBufferRows' })
