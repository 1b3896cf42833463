import type {
  PortCopyBuffer,
  PortCopyBufferRect,
  PortFillBuffer,
  PortReadBuffer,
  PortReadBufferRect,
  PortWriteBuffer,
  PortWriteBufferRect,
} from '@rxcl/core/port'
import type { Move } from '../memory/move.ts'
import { fromBuffer, toBuffer, type Triple } from './move-sides.ts'

/** Where a box of bytes, rows and slices begins. */
const rectOffset = ([bytes, rows, slices]: Triple, rowPitch: number, slicePitch: number): number =>
  bytes + rows * rowPitch + slices * slicePitch

export const loadWriteBuffer = (move: Move, { buffer, offset, size, ptr }: PortWriteBuffer): void => {
  move.from(ptr, 0, 0, 0)
  toBuffer(move, buffer, offset, 0, 0)
  move.extent(size, 1, 1)
}

export const loadReadBuffer = (move: Move, { buffer, offset, size, ptr }: PortReadBuffer): void => {
  fromBuffer(move, buffer, offset, 0, 0)
  move.to(ptr, 0, 0, 0)
  move.extent(size, 1, 1)
}

export const loadCopyBuffer = (move: Move, command: PortCopyBuffer): void => {
  fromBuffer(move, command.srcBuffer, command.srcOffset, 0, 0)
  toBuffer(move, command.dstBuffer, command.dstOffset, 0, 0)
  move.extent(command.size, 1, 1)
}

export const loadFillBuffer = (move: Move, { buffer, pattern, offset, size }: PortFillBuffer): void => {
  toBuffer(move, buffer, offset, 0, 0)
  move.fill(pattern)
  move.extent(size, 1, 1)
}

export const loadWriteBufferRect = (move: Move, command: PortWriteBufferRect): void => {
  const { buffer, bufferOrigin, hostOrigin, region, ptr } = command
  const { bufferRowPitch: row, bufferSlicePitch: slice, hostRowPitch: hostRow, hostSlicePitch: hostSlice } = command
  move.from(ptr, rectOffset(hostOrigin, hostRow, hostSlice), hostRow, hostSlice)
  toBuffer(move, buffer, rectOffset(bufferOrigin, row, slice), row, slice)
  move.extent(region[0], region[1], region[2])
}

export const loadReadBufferRect = (move: Move, command: PortReadBufferRect): void => {
  const { buffer, bufferOrigin, hostOrigin, region, ptr } = command
  const { bufferRowPitch: row, bufferSlicePitch: slice, hostRowPitch: hostRow, hostSlicePitch: hostSlice } = command
  fromBuffer(move, buffer, rectOffset(bufferOrigin, row, slice), row, slice)
  move.to(ptr, rectOffset(hostOrigin, hostRow, hostSlice), hostRow, hostSlice)
  move.extent(region[0], region[1], region[2])
}

export const loadCopyBufferRect = (move: Move, command: PortCopyBufferRect): void => {
  const { srcBuffer, dstBuffer, srcOrigin, dstOrigin, region } = command
  const { srcRowPitch, srcSlicePitch, dstRowPitch, dstSlicePitch } = command
  fromBuffer(move, srcBuffer, rectOffset(srcOrigin, srcRowPitch, srcSlicePitch), srcRowPitch, srcSlicePitch)
  toBuffer(move, dstBuffer, rectOffset(dstOrigin, dstRowPitch, dstSlicePitch), dstRowPitch, dstSlicePitch)
  move.extent(region[0], region[1], region[2])
}
