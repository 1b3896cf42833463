import type { BufferRef, ImageRef, PortReadImage, SvmRef } from '@rxcl/core/port'
import type { MemoryObject } from '../memory/memory-object.ts'
import type { Move } from '../memory/move.ts'

/** A place or a size: [x, y, z]. */
export type Triple = PortReadImage['origin']

export const memoryOf = (ref: BufferRef | ImageRef | SvmRef['allocation']): MemoryObject => ref.handle as MemoryObject

/** Of an object's byte, from the start of its store. */
export const storeOffset = ({ block, offset }: MemoryObject, byte: number): number => block.base + offset + byte

/** Of a pixel, from the start of the store. */
export const pixelOffset = (image: MemoryObject, [x, y, z]: Triple): number =>
  storeOffset(image, x * image.elementSize + y * image.rowPitch + z * image.slicePitch)

export const fromBuffer = (move: Move, ref: BufferRef, offset: number, rowPitch: number, slicePitch: number): void => {
  const memory = memoryOf(ref)
  move.from(memory.block.bytes, storeOffset(memory, offset), rowPitch, slicePitch)
}

export const toBuffer = (move: Move, ref: BufferRef, offset: number, rowPitch: number, slicePitch: number): void => {
  const memory = memoryOf(ref)
  move.to(memory.block.bytes, storeOffset(memory, offset), rowPitch, slicePitch)
}

export const fromImage = (move: Move, ref: ImageRef, origin: Triple): void => {
  const image = memoryOf(ref)
  move.from(image.block.bytes, pixelOffset(image, origin), image.rowPitch, image.slicePitch)
}

export const toImage = (move: Move, ref: ImageRef, origin: Triple): void => {
  const image = memoryOf(ref)
  move.to(image.block.bytes, pixelOffset(image, origin), image.rowPitch, image.slicePitch)
}
