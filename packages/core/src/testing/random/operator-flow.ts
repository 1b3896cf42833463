import { of } from 'rxjs'
import {
  Flow,
  barrier,
  copyBuffer,
  copyBufferRect,
  copyBufferToImage,
  copyImage,
  copyImageToBuffer,
  enqueue,
  fillBuffer,
  fillImage,
  mapBuffer,
  mapImage,
  marker,
  migrate,
  readBuffer,
  readBufferRect,
  readImage,
  ready,
  svmFree,
  svmMap,
  svmMemFill,
  svmMemcpy,
  svmMigrate,
  svmUnmap,
  unmap,
  writeBuffer,
  writeBufferRect,
  writeImage,
  type AnyCommand,
  type ClBuffer,
  type ClCommandQueue,
  type ClError,
  type ClImage,
  type Dependency,
  type HostData,
  type Mapped,
  type SvmPointer,
} from '../../index.ts'

const host = (data: HostData): Flow<never, HostData> => of(data).pipe(Flow.lift())

const sized = (size: number | undefined): { readonly size?: number } => (size === undefined ? {} : { size })

/** The same command through its operator; as a value where the operator cannot say it. */
export const operatorFlow = (
  queue: ClCommandQueue,
  command: AnyCommand,
  waitFor: readonly Dependency[],
): Flow<ClError, unknown> => {
  const asValue = (): Flow<ClError, unknown> => enqueue(queue, command, { waitFor })
  switch (command._tag) {
    case 'WriteBuffer':
      return host(command.ptr).pipe(writeBuffer(queue, command.buffer, { offset: command.offset, waitFor }))
    case 'ReadBuffer': {
      const { buffer, offset, size, ptr } = command
      return ptr === undefined ? ready(buffer).pipe(readBuffer(queue, { offset, ...sized(size), waitFor })) : asValue()
    }
    case 'CopyBuffer': {
      const { srcBuffer, dstBuffer, srcOffset, dstOffset, size = 0 } = command
      return ready(srcBuffer).pipe(copyBuffer(queue, dstBuffer, { srcOffset, dstOffset, size, waitFor }))
    }
    case 'WriteBufferRect':
      return host(command.ptr).pipe(writeBufferRect(queue, command.buffer, { ...command, waitFor }))
    case 'ReadBufferRect':
      if (command.ptr !== undefined) return asValue()
      return ready(command.buffer).pipe(readBufferRect(queue, { ...command, waitFor }))
    case 'CopyBufferRect':
      return ready(command.srcBuffer).pipe(copyBufferRect(queue, command.dstBuffer, { ...command, waitFor }))
    case 'FillBuffer': {
      const { buffer, pattern, offset, size } = command
      return ready(buffer).pipe(fillBuffer(queue, pattern, { offset, ...sized(size), waitFor }))
    }
    case 'WriteImage': {
      const { ptr, image, origin, region = origin, inputRowPitch: rowPitch, inputSlicePitch: slicePitch } = command
      return host(ptr).pipe(writeImage(queue, image, { origin, region, rowPitch, slicePitch, waitFor }))
    }
    case 'ReadImage': {
      const { image, origin, region = origin, rowPitch, slicePitch, ptr } = command
      if (ptr !== undefined) return asValue()
      return ready(image).pipe(readImage(queue, { origin, region, rowPitch, slicePitch, waitFor }))
    }
    case 'CopyImage': {
      const { srcImage, dstImage, srcOrigin, dstOrigin, region = srcOrigin } = command
      return ready(srcImage).pipe(copyImage(queue, dstImage, { srcOrigin, dstOrigin, region, waitFor }))
    }
    case 'FillImage': {
      const { image, fillColor, origin, region = origin } = command
      return ready(image).pipe(fillImage(queue, fillColor, { origin, region, waitFor }))
    }
    case 'CopyImageToBuffer': {
      const { srcImage, dstBuffer, srcOrigin, region = srcOrigin, dstOffset } = command
      return ready(srcImage).pipe(copyImageToBuffer(queue, dstBuffer, { srcOrigin, region, dstOffset, waitFor }))
    }
    case 'CopyBufferToImage': {
      const { srcBuffer, dstImage, srcOffset, dstOrigin, region = dstOrigin } = command
      return ready(srcBuffer).pipe(copyBufferToImage(queue, dstImage, { srcOffset, dstOrigin, region, waitFor }))
    }
    case 'MapBuffer': {
      const { buffer, mapFlags, offset, size } = command
      return ready(buffer).pipe(mapBuffer(queue, { mapFlags, offset, ...sized(size), waitFor }))
    }
    case 'MapImage': {
      const { image, mapFlags, origin, region = origin } = command
      return ready(image).pipe(mapImage(queue, { mapFlags, origin, region, waitFor }))
    }
    case 'UnmapMemObject': {
      const { mapped, memobj } = command
      // The operator unmaps what the mapping is of.
      if (mapped.resource !== memobj) return asValue()
      return Flow.right(mapped as Mapped<ClBuffer | ClImage>).pipe(unmap(queue, { waitFor }))
    }
    case 'MigrateMemObjects': {
      const { memObjects, flags } = command
      return ready(memObjects).pipe(migrate(queue, { flags, waitFor }))
    }
    case 'SvmMemcpy': {
      const { srcPtr, dstPtr, size = 0, blocking } = command
      const options = { size, blocking, waitFor }
      if ('_tag' in srcPtr) return ready(srcPtr).pipe(svmMemcpy(queue, dstPtr, options))
      return host(srcPtr).pipe(svmMemcpy(queue, dstPtr, options))
    }
    case 'SvmMemFill': {
      const { svmPtr, pattern, size } = command
      return ready(svmPtr).pipe(svmMemFill(queue, pattern, { ...sized(size), waitFor }))
    }
    case 'SvmMap': {
      const { svmPtr, flags, size } = command
      return ready(svmPtr).pipe(svmMap(queue, { flags, ...sized(size), waitFor }))
    }
    case 'SvmUnmap': {
      const { mapped, svmPtr } = command
      if (mapped.resource !== svmPtr) return asValue()
      return Flow.right(mapped as Mapped<SvmPointer>).pipe(svmUnmap(queue, { waitFor }))
    }
    case 'SvmMigrateMem': {
      const { svmPointers, sizes, flags } = command
      return ready(svmPointers).pipe(svmMigrate(queue, { ...(sizes === undefined ? {} : { sizes }), flags, waitFor }))
    }
    case 'SvmFree':
      return ready(command.svmPointers).pipe(svmFree(queue, { waitFor }))
    case 'Marker':
      return marker(queue, { waitFor })
    case 'Barrier':
      return barrier(queue, { waitFor })
  }
}
