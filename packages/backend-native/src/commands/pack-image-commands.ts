import type {
  ImageRef,
  PortCopyBufferToImage,
  PortCopyImage,
  PortCopyImageToBuffer,
  PortReadImage,
  PortWriteImage,
} from '@rxcl/core/port'
import { OP } from '../binding/words.ts'
import { bufferMem, imageMem, imageOf } from '../objects/handles.ts'
import type { CommandBuffer } from './command-buffer.ts'
import { hostBytes } from './host-memory.ts'
import { hostSpanOf, isUneven, packRows, type HostSpan } from './host-span.ts'
import type { CopyImageThrough } from './image-routes.ts'
import type { Place } from './place.ts'

/**
 * The pitches as drivers want them: a slice pitch only where the type has slices, and a multiple of the row pitch (NVIDIA
 * 580 refuses others). Where there is one row, or one slice, its pitch steps over nothing and may be what suits. In a 1D
 * array some drivers step from image to image by the slice pitch, as the specification says, and PoCL by the row pitch:
 * both get the same.
 */
const putPitches = (out: CommandBuffer, image: ImageRef, span: HostSpan): void => {
  const { rows, rowPitch, slices, slicePitch } = span
  const isRowArray = image.type === '1D_ARRAY'
  const hasSlices = isRowArray ? !imageOf(image).isPlane : image.type === '2D_ARRAY' || image.type === '3D'
  const slicePitchOrTight = slices === 1 ? rows * rowPitch : slicePitch
  out.put(isRowArray || (hasSlices && rows === 1) ? slicePitchOrTight : rowPitch)
  out.put(hasSlices ? slicePitchOrTight : 0)
}

/** The same box with its rows one after another. */
const packedSpanOf = (
  image: ImageRef,
  region: readonly [number, number, number],
  { rowBytes, rows }: HostSpan,
): HostSpan => hostSpanOf(image, region, rowBytes, rowBytes * rows)

/** WRITE_IMAGE: image, origin, region, row pitch, slice pitch, h. */
export const packWriteImage = (out: CommandBuffer, { queue, slot, waits }: Place, command: PortWriteImage): void => {
  const { image, origin, region, inputRowPitch, inputSlicePitch, ptr } = command
  const given = hostSpanOf(image, region, inputRowPitch, inputSlicePitch)
  const packed = isUneven(given) ? packRows(given, ptr) : undefined
  const span = packed === undefined ? given : packedSpanOf(image, region, given)
  out.begin(OP.WRITE_IMAGE, queue, slot, waits)
  out.put(imageMem(image))
  out.put3(origin)
  out.put3(region)
  putPitches(out, image, span)
  out.putHost(packed ?? hostBytes(ptr, span.bytes))
}

/** READ_IMAGE: as WRITE_IMAGE. With `packed` the rows go there, one after another. */
export const packReadImage = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  command: PortReadImage,
  packed: Uint8Array | undefined,
): void => {
  const { image, origin, region, rowPitch, slicePitch, ptr } = command
  const given = hostSpanOf(image, region, rowPitch, slicePitch)
  const span = packed === undefined ? given : packedSpanOf(image, region, given)
  out.begin(OP.READ_IMAGE, queue, slot, waits)
  out.put(imageMem(image))
  out.put3(origin)
  out.put3(region)
  putPitches(out, image, span)
  out.putHost(packed ?? hostBytes(ptr, span.bytes))
}

/** COPY_IMAGE_TO_BUFFER: image, buffer, origin, region, dst offset. */
export const packCopyImageToBuffer = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { srcImage, dstBuffer, srcOrigin, region, dstOffset }: PortCopyImageToBuffer,
): void => {
  out.begin(OP.COPY_IMAGE_TO_BUFFER, queue, slot, waits)
  out.put(imageMem(srcImage))
  out.put(bufferMem(dstBuffer))
  out.put3(srcOrigin)
  out.put3(region)
  out.put(dstOffset)
}

/** COPY_BUFFER_TO_IMAGE: buffer, image, src offset, origin, region. */
export const packCopyBufferToImage = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { srcBuffer, dstImage, srcOffset, dstOrigin, region }: PortCopyBufferToImage,
): void => {
  out.begin(OP.COPY_BUFFER_TO_IMAGE, queue, slot, waits)
  out.put(bufferMem(srcBuffer))
  out.put(imageMem(dstImage))
  out.put(srcOffset)
  out.put3(dstOrigin)
  out.put3(region)
}

/** COPY_IMAGE, COPY_IMAGE_THROUGH: src, dst, src origin, dst origin, region. */
export const packCopyImage = (
  out: CommandBuffer,
  { queue, slot, waits }: Place,
  { _tag, srcImage, dstImage, srcOrigin, dstOrigin, region }: PortCopyImage | CopyImageThrough,
): void => {
  out.begin(_tag === 'CopyImage' ? OP.COPY_IMAGE : OP.COPY_IMAGE_THROUGH, queue, slot, waits)
  out.put(imageMem(srcImage))
  out.put(imageMem(dstImage))
  out.put3(srcOrigin)
  out.put3(dstOrigin)
  out.put3(region)
}
