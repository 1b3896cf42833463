import type { LegalImageFormat } from '@rxcl/core'
import {
  pixelOf,
  type PortCopyBufferToImage,
  type PortCopyImage,
  type PortCopyImageToBuffer,
  type PortFillImage,
  type PortReadImage,
  type PortWriteImage,
} from '@rxcl/core/port'
import { hostRowPitch } from '../image/layout.ts'
import type { Move } from '../memory/move.ts'
import { fromBuffer, fromImage, memoryOf, toBuffer, toImage } from './move-sides.ts'

export const loadWriteImage = (move: Move, command: PortWriteImage): void => {
  const { image, origin, region, inputRowPitch, inputSlicePitch, ptr } = command
  move.from(ptr, 0, hostRowPitch(image.type, inputRowPitch, inputSlicePitch), inputSlicePitch)
  toImage(move, image, origin)
  move.extent(region[0] * image.elementSize, region[1], region[2])
}

export const loadReadImage = (move: Move, command: PortReadImage): void => {
  const { image, origin, region, rowPitch, slicePitch, ptr } = command
  fromImage(move, image, origin)
  move.to(ptr, 0, hostRowPitch(image.type, rowPitch, slicePitch), slicePitch)
  move.extent(region[0] * image.elementSize, region[1], region[2])
}

export const loadCopyImage = (move: Move, command: PortCopyImage): void => {
  const { srcImage, dstImage, srcOrigin, dstOrigin, region } = command
  fromImage(move, srcImage, srcOrigin)
  toImage(move, dstImage, dstOrigin)
  move.extent(region[0] * srcImage.elementSize, region[1], region[2])
}

export const loadFillImage = (move: Move, { image, fillColor, origin, region }: PortFillImage): void => {
  toImage(move, image, origin)
  // Every image has a format.
  move.fill(pixelOf(memoryOf(image).format as LegalImageFormat, fillColor))
  move.extent(region[0] * image.elementSize, region[1], region[2])
}

/** The buffer's side has no pitches: rows and slices follow one another. */
export const loadCopyImageToBuffer = (move: Move, command: PortCopyImageToBuffer): void => {
  const { srcImage, dstBuffer, srcOrigin, region, dstOffset } = command
  const rowBytes = region[0] * srcImage.elementSize
  fromImage(move, srcImage, srcOrigin)
  toBuffer(move, dstBuffer, dstOffset, rowBytes, rowBytes * region[1])
  move.extent(rowBytes, region[1], region[2])
}

/** The buffer's side has no pitches: rows and slices follow one another. */
export const loadCopyBufferToImage = (move: Move, command: PortCopyBufferToImage): void => {
  const { srcBuffer, dstImage, srcOffset, dstOrigin, region } = command
  const rowBytes = region[0] * dstImage.elementSize
  fromBuffer(move, srcBuffer, srcOffset, rowBytes, rowBytes * region[1])
  toImage(move, dstImage, dstOrigin)
  move.extent(rowBytes, region[1], region[2])
}
