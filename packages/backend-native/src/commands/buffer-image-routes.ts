import { pixelOf, type BufferRef, type ImageRef, type PortCommand, type PortCopyImage } from '@rxcl/core/port'
import { imageOf } from '../objects/handles.ts'

const isBufferImage = (image: ImageRef): boolean => image.type === '1D_BUFFER'

const behind = (image: ImageRef): BufferRef => ({ _tag: 'Buffer', handle: imageOf(image).buffer })

const copyImage = (command: PortCopyImage): PortCommand => {
  const { srcImage, dstImage, srcOrigin, dstOrigin, region } = command
  const srcOffset = srcOrigin[0] * srcImage.elementSize
  const dstOffset = dstOrigin[0] * dstImage.elementSize
  if (isBufferImage(srcImage)) {
    const srcBuffer = behind(srcImage)
    if (!isBufferImage(dstImage))
      return { _tag: 'CopyBufferToImage', srcBuffer, dstImage, srcOffset, dstOrigin, region }
    const size = region[0] * srcImage.elementSize
    return { _tag: 'CopyBuffer', srcBuffer, dstBuffer: behind(dstImage), srcOffset, dstOffset, size }
  }
  if (!isBufferImage(dstImage)) return command
  return { _tag: 'CopyImageToBuffer', srcImage, dstBuffer: behind(dstImage), srcOrigin, region, dstOffset }
}

/**
 * The same bytes moved by a command on the buffer behind a 1D_BUFFER image: its pixels are that buffer's bytes, from
 * the first on, without gaps. A command on other memory is itself.
 */
export const withoutBufferImage = (command: PortCommand): PortCommand => {
  switch (command._tag) {
    case 'WriteImage':
    case 'ReadImage': {
      const { image, origin, region, ptr } = command
      if (!isBufferImage(image)) return command
      return {
        _tag: command._tag === 'WriteImage' ? 'WriteBuffer' : 'ReadBuffer',
        buffer: behind(image),
        offset: origin[0] * image.elementSize,
        size: region[0] * image.elementSize,
        ptr,
      }
    }
    case 'CopyImageToBuffer': {
      const { srcImage, dstBuffer, srcOrigin, region, dstOffset } = command
      if (!isBufferImage(srcImage)) return command
      return {
        _tag: 'CopyBuffer',
        srcBuffer: behind(srcImage),
        dstBuffer,
        srcOffset: srcOrigin[0] * srcImage.elementSize,
        dstOffset,
        size: region[0] * srcImage.elementSize,
      }
    }
    case 'CopyBufferToImage': {
      const { srcBuffer, dstImage, srcOffset, dstOrigin, region } = command
      if (!isBufferImage(dstImage)) return command
      return {
        _tag: 'CopyBuffer',
        srcBuffer,
        dstBuffer: behind(dstImage),
        srcOffset,
        dstOffset: dstOrigin[0] * dstImage.elementSize,
        size: region[0] * dstImage.elementSize,
      }
    }
    case 'CopyImage':
      return copyImage(command)
    case 'FillImage': {
      const { image, fillColor, origin, region } = command
      if (!isBufferImage(image)) return command
      return {
        _tag: 'FillBuffer',
        buffer: behind(image),
        pattern: pixelOf(imageOf(image).format, fillColor),
        offset: origin[0] * image.elementSize,
        size: region[0] * image.elementSize,
      }
    }
    case 'MapImage': {
      const { image, mapFlags, origin, region, mapping } = command
      if (!isBufferImage(image)) return command
      return {
        _tag: 'MapBuffer',
        buffer: behind(image),
        mapFlags,
        offset: origin[0] * image.elementSize,
        size: region[0] * image.elementSize,
        mapping,
      }
    }
    case 'MigrateMemObjects': {
      const memObjects = command.memObjects.map((memObject) =>
        memObject._tag === 'Image' && isBufferImage(memObject) ? behind(memObject) : memObject,
      )
      return { ...command, memObjects }
    }
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'WriteBufferRect':
    case 'ReadBufferRect':
    case 'CopyBufferRect':
    case 'FillBuffer':
    case 'MapBuffer':
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
