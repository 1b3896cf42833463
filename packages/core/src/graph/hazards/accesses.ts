import type { BufferObject } from '../../model/buffer.ts'
import type { Triple } from '../../model/box.ts'
import { extentOf, type ImageObject } from '../../model/image.ts'
import { bufferBox, bufferRange, hostRange, imageBox, svmRange } from '../../model/memory-boxes.ts'
import type { StridedBox } from '../../model/strided-box.ts'
import { SvmPointerObject } from '../../model/svm.ts'
import type { HostRef } from '../../port/commands/references.ts'
import type { ValidCommand } from '../../validate/commands/valid-command.ts'
import type { AccessVisitor } from './access-visitor.ts'
import { hostPixels, hostRect } from './host-boxes.ts'
import { mapAccesses, unmapAccesses } from './map-accesses.ts'

const svmOrHost = (place: SvmPointerObject | HostRef, size: number): StridedBox =>
  place instanceof SvmPointerObject ? svmRange(place, size) : hostRange(place.bytes, size)

const packedSize = ({ elementSize }: ImageObject, [width, height, depth]: Triple): number =>
  width * height * depth * elementSize

const wholeOf = (memory: BufferObject | ImageObject): StridedBox =>
  memory._tag === 'Buffer' ? bufferRange(memory, 0, memory.size) : imageBox(memory, [0, 0, 0], extentOf(memory))

/** Tells which bytes a command reads and writes, of devices and of the host. */
export const eachAccess = (valid: ValidCommand, visitor: AccessVisitor): void => {
  switch (valid._tag) {
    case 'Marker':
    case 'Barrier':
      return
    case 'WriteBuffer':
      visitor.read(hostRange(valid.ptr, valid.size))
      visitor.write(bufferRange(valid.buffer, valid.offset, valid.size))
      return
    case 'ReadBuffer':
      visitor.read(bufferRange(valid.buffer, valid.offset, valid.size))
      visitor.write(hostRange(valid.ptr, valid.size))
      return
    case 'CopyBuffer':
      visitor.read(bufferRange(valid.srcBuffer, valid.srcOffset, valid.size))
      visitor.write(bufferRange(valid.dstBuffer, valid.dstOffset, valid.size))
      return
    case 'WriteBufferRect':
      visitor.read(hostRect(valid.ptr, valid.hostOrigin, valid.region, valid.hostRowPitch, valid.hostSlicePitch))
      visitor.write(
        bufferBox(valid.buffer, valid.bufferOrigin, valid.region, valid.bufferRowPitch, valid.bufferSlicePitch),
      )
      return
    case 'ReadBufferRect':
      visitor.read(
        bufferBox(valid.buffer, valid.bufferOrigin, valid.region, valid.bufferRowPitch, valid.bufferSlicePitch),
      )
      visitor.write(hostRect(valid.ptr, valid.hostOrigin, valid.region, valid.hostRowPitch, valid.hostSlicePitch))
      return
    case 'CopyBufferRect':
      visitor.read(bufferBox(valid.srcBuffer, valid.srcOrigin, valid.region, valid.srcRowPitch, valid.srcSlicePitch))
      visitor.write(bufferBox(valid.dstBuffer, valid.dstOrigin, valid.region, valid.dstRowPitch, valid.dstSlicePitch))
      return
    case 'FillBuffer':
      visitor.write(bufferRange(valid.buffer, valid.offset, valid.size))
      return
    case 'WriteImage':
      visitor.read(hostPixels(valid.ptr, valid.image, valid.region, valid.inputRowPitch, valid.inputSlicePitch))
      visitor.write(imageBox(valid.image, valid.origin, valid.region))
      return
    case 'ReadImage':
      visitor.read(imageBox(valid.image, valid.origin, valid.region))
      visitor.write(hostPixels(valid.ptr, valid.image, valid.region, valid.rowPitch, valid.slicePitch))
      return
    case 'CopyImage':
      visitor.read(imageBox(valid.srcImage, valid.srcOrigin, valid.region))
      visitor.write(imageBox(valid.dstImage, valid.dstOrigin, valid.region))
      return
    case 'FillImage':
      visitor.write(imageBox(valid.image, valid.origin, valid.region))
      return
    case 'CopyImageToBuffer':
      visitor.read(imageBox(valid.srcImage, valid.srcOrigin, valid.region))
      visitor.write(bufferRange(valid.dstBuffer, valid.dstOffset, packedSize(valid.srcImage, valid.region)))
      return
    case 'CopyBufferToImage':
      visitor.read(bufferRange(valid.srcBuffer, valid.srcOffset, packedSize(valid.dstImage, valid.region)))
      visitor.write(imageBox(valid.dstImage, valid.dstOrigin, valid.region))
      return
    case 'MapBuffer':
    case 'MapImage':
      mapAccesses(valid.mapFlags, valid.mapping, visitor)
      return
    case 'SvmMap':
      mapAccesses(valid.flags, valid.mapping, visitor)
      return
    case 'UnmapMemObject':
    case 'SvmUnmap':
      unmapAccesses(valid.mapping, visitor)
      return
    case 'MigrateMemObjects':
      for (const memory of valid.memObjects)
        if (valid.flags.includes('CONTENT_UNDEFINED')) visitor.write(wholeOf(memory))
        else visitor.read(wholeOf(memory))
      return
    case 'SvmMemcpy':
      visitor.read(svmOrHost(valid.srcPtr, valid.size))
      visitor.write(svmOrHost(valid.dstPtr, valid.size))
      return
    case 'SvmMemFill':
      visitor.write(svmRange(valid.svmPtr, valid.size))
      return
    case 'SvmMigrateMem':
      for (const [entry, pointer] of valid.svmPointers.entries()) {
        const range = svmRange(pointer, valid.sizes[entry] ?? 0)
        if (valid.flags.includes('CONTENT_UNDEFINED')) visitor.write(range)
        else visitor.read(range)
      }
      return
    case 'SvmFree':
      for (const { allocation } of valid.svmPointers) visitor.write(svmRange(allocation.at(0), allocation.size))
  }
}
