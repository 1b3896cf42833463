import type { BufferRef, ImageRef, PortCommand } from '@rxcl/core/port'
import { imageOf } from '../objects/handles.ts'

const isBufferImage = (image: ImageRef): boolean => image.type === '1D_BUFFER'

const behind = (image: ImageRef): BufferRef => ({ handle: imageOf(image).buffer })

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
    case 'WriteBuffer':
    case 'ReadBuffer':
    case 'CopyBuffer':
    case 'SvmMemcpy':
    case 'Marker':
    case 'Barrier':
      return command
  }
}
