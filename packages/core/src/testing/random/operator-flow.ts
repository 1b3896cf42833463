import { of } from 'rxjs'
import {
  Flow,
  barrier,
  copyBuffer,
  copyBufferToImage,
  copyImageToBuffer,
  marker,
  readBuffer,
  readImage,
  ready,
  svmMemcpy,
  writeBuffer,
  writeImage,
  type AnyCommand,
  type ClCommandQueue,
  type ClError,
  type Dependency,
  type HostData,
} from '../../index.ts'

/** The same command through its operator. */
export const operatorFlow = (
  queue: ClCommandQueue,
  command: AnyCommand,
  waitFor: readonly Dependency[],
): Flow<ClError, unknown> => {
  const host = (data: HostData) => of(data).pipe(Flow.lift())
  switch (command._tag) {
    case 'WriteBuffer':
      return host(command.ptr).pipe(writeBuffer(queue, command.buffer, { offset: command.offset, waitFor }))
    case 'ReadBuffer':
      return ready(command.buffer).pipe(
        readBuffer(queue, {
          offset: command.offset,
          ...(command.size === undefined ? {} : { size: command.size }),
          waitFor,
        }),
      )
    case 'CopyBuffer': {
      const { srcOffset, dstOffset, size = 0 } = command
      return ready(command.srcBuffer).pipe(
        copyBuffer(queue, command.dstBuffer, { srcOffset, dstOffset, size, waitFor }),
      )
    }
    case 'WriteImage': {
      const { origin, region = origin, inputRowPitch: rowPitch, inputSlicePitch: slicePitch } = command
      const options = { origin, region, rowPitch, slicePitch, waitFor }
      return host(command.ptr).pipe(writeImage(queue, command.image, options))
    }
    case 'ReadImage': {
      const { origin, region = origin, rowPitch, slicePitch } = command
      return ready(command.image).pipe(readImage(queue, { origin, region, rowPitch, slicePitch, waitFor }))
    }
    case 'CopyImageToBuffer': {
      const { srcOrigin, region = srcOrigin, dstOffset } = command
      return ready(command.srcImage).pipe(
        copyImageToBuffer(queue, command.dstBuffer, { srcOrigin, region, dstOffset, waitFor }),
      )
    }
    case 'CopyBufferToImage': {
      const { srcOffset, dstOrigin, region = dstOrigin } = command
      return ready(command.srcBuffer).pipe(
        copyBufferToImage(queue, command.dstImage, { srcOffset, dstOrigin, region, waitFor }),
      )
    }
    case 'SvmMemcpy': {
      const { srcPtr, dstPtr, size = 0, blocking } = command
      const options = { size, blocking, waitFor }
      if ('_tag' in srcPtr) return ready(srcPtr).pipe(svmMemcpy(queue, dstPtr, options))
      return host(srcPtr).pipe(svmMemcpy(queue, dstPtr, options))
    }
    case 'Marker':
      return marker(queue, { waitFor })
    case 'Barrier':
      return barrier(queue, { waitFor })
  }
}
