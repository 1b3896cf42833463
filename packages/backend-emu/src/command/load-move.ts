import type {
  BufferRef,
  HostRef,
  ImageRef,
  PortCommand,
  PortCopyBufferToImage,
  PortCopyImageToBuffer,
  PortReadImage,
  PortWriteImage,
  SvmRef,
} from '@rxcl/core/port'
import type { MemoryObject } from '../memory/memory-object.ts'
import type { Move } from '../memory/move.ts'

type Triple = PortReadImage['origin']

const memoryOf = (ref: BufferRef | ImageRef): MemoryObject => ref.handle as MemoryObject

const fromBuffer = (move: Move, ref: BufferRef, offset: number, rowPitch: number, slicePitch: number): void => {
  const { block, offset: start } = memoryOf(ref)
  move.from(block.bytes, block.base + start + offset, rowPitch, slicePitch)
}

const toBuffer = (move: Move, ref: BufferRef, offset: number, rowPitch: number, slicePitch: number): void => {
  const { block, offset: start } = memoryOf(ref)
  move.to(block.bytes, block.base + start + offset, rowPitch, slicePitch)
}

/** From the start of the store to the pixel at `origin`. */
const pixelOffset = (image: MemoryObject, [x, y, z]: Triple): number =>
  image.block.base + image.offset + x * image.elementSize + y * image.rowPitch + z * image.slicePitch

const fromImage = (move: Move, ref: ImageRef, origin: Triple): void => {
  const image = memoryOf(ref)
  move.from(image.block.bytes, pixelOffset(image, origin), image.rowPitch, image.slicePitch)
}

const toImage = (move: Move, ref: ImageRef, origin: Triple): void => {
  const image = memoryOf(ref)
  move.to(image.block.bytes, pixelOffset(image, origin), image.rowPitch, image.slicePitch)
}

/** From one second coordinate to the next in host memory: a 1D array steps by its slice pitch. */
const hostRowPitch = (image: ImageRef, rowPitch: number, slicePitch: number): number =>
  image.type === '1D_ARRAY' ? slicePitch : rowPitch

const writeImage = (
  move: Move,
  { image, origin, region, inputRowPitch, inputSlicePitch, ptr }: PortWriteImage,
): void => {
  move.from(ptr, 0, hostRowPitch(image, inputRowPitch, inputSlicePitch), inputSlicePitch)
  toImage(move, image, origin)
  move.extent(region[0] * image.elementSize, region[1], region[2])
}

const readImage = (move: Move, { image, origin, region, rowPitch, slicePitch, ptr }: PortReadImage): void => {
  fromImage(move, image, origin)
  move.to(ptr, 0, hostRowPitch(image, rowPitch, slicePitch), slicePitch)
  move.extent(region[0] * image.elementSize, region[1], region[2])
}

/** The buffer's side has no pitches: rows and slices follow one another. */
const copyImageToBuffer = (
  move: Move,
  { srcImage, dstBuffer, srcOrigin, region, dstOffset }: PortCopyImageToBuffer,
): void => {
  const rowBytes = region[0] * srcImage.elementSize
  fromImage(move, srcImage, srcOrigin)
  toBuffer(move, dstBuffer, dstOffset, rowBytes, rowBytes * region[1])
  move.extent(rowBytes, region[1], region[2])
}

/** The buffer's side has no pitches: rows and slices follow one another. */
const copyBufferToImage = (
  move: Move,
  { srcBuffer, dstImage, srcOffset, dstOrigin, region }: PortCopyBufferToImage,
): void => {
  const rowBytes = region[0] * dstImage.elementSize
  fromBuffer(move, srcBuffer, srcOffset, rowBytes, rowBytes * region[1])
  toImage(move, dstImage, dstOrigin)
  move.extent(rowBytes, region[1], region[2])
}

const bytesAt = (place: SvmRef | HostRef): Uint8Array =>
  place._tag === 'HostMemory' ? place.bytes : (place.allocation.handle as MemoryObject).block.bytes

const offsetAt = (place: SvmRef | HostRef): number =>
  place._tag === 'HostMemory' ? 0 : (place.allocation.handle as MemoryObject).block.base + place.byteOffset

/**
 * Fills `move` with what a command does. Called when the command begins to run and not when it is enqueued: host arrays
 * are looked at then, as OpenCL may do.
 */
export const loadMove = (move: Move, command: PortCommand): void => {
  switch (command._tag) {
    case 'WriteBuffer':
      move.from(command.ptr, 0, 0, 0)
      toBuffer(move, command.buffer, command.offset, 0, 0)
      return move.extent(command.size, 1, 1)
    case 'ReadBuffer':
      fromBuffer(move, command.buffer, command.offset, 0, 0)
      move.to(command.ptr, 0, 0, 0)
      return move.extent(command.size, 1, 1)
    case 'CopyBuffer':
      fromBuffer(move, command.srcBuffer, command.srcOffset, 0, 0)
      toBuffer(move, command.dstBuffer, command.dstOffset, 0, 0)
      return move.extent(command.size, 1, 1)
    case 'WriteImage':
      return writeImage(move, command)
    case 'ReadImage':
      return readImage(move, command)
    case 'CopyImageToBuffer':
      return copyImageToBuffer(move, command)
    case 'CopyBufferToImage':
      return copyBufferToImage(move, command)
    case 'SvmMemcpy':
      move.from(bytesAt(command.srcPtr), offsetAt(command.srcPtr), 0, 0)
      move.to(bytesAt(command.dstPtr), offsetAt(command.dstPtr), 0, 0)
      return move.extent(command.size, 1, 1)
    case 'Marker':
    case 'Barrier':
      return move.clear()
  }
}
