import {
  copyBufferRect,
  copyImage,
  fillBuffer,
  fillImage,
  mapBuffer,
  mapImage,
  migrate,
  readBufferRect,
  svmFree,
  svmMap,
  svmMemFill,
  svmMigrate,
  svmUnmap,
  unmap,
  writeBufferRect,
} from '@rxcl/core'

/** What goes in, and the operator for the rest: of commands that memory-commands.mjs makes. */
export const MEMORY_OPERATORS = {
  WriteBufferRect: (queue, { ptr, buffer, ...rest }, options) => [
    ptr,
    writeBufferRect(queue, buffer, { ...rest, ...options }),
  ],
  ReadBufferRect: (queue, { buffer, ptr: _ptr, ...rest }, options) => [
    buffer,
    readBufferRect(queue, { ...rest, ...options }),
  ],
  CopyBufferRect: (queue, { srcBuffer, dstBuffer, ...rest }, options) => [
    srcBuffer,
    copyBufferRect(queue, dstBuffer, { ...rest, ...options }),
  ],
  FillBuffer: (queue, { buffer, pattern, ...rest }, options) => [
    buffer,
    fillBuffer(queue, pattern, { ...rest, ...options }),
  ],
  CopyImage: (queue, { srcImage, dstImage, ...rest }, options) => [
    srcImage,
    copyImage(queue, dstImage, { ...rest, ...options }),
  ],
  FillImage: (queue, { image, fillColor, ...rest }, options) => [
    image,
    fillImage(queue, fillColor, { ...rest, ...options }),
  ],
  MapBuffer: (queue, { buffer, ...rest }, options) => [buffer, mapBuffer(queue, { ...rest, ...options })],
  MapImage: (queue, { image, ...rest }, options) => [image, mapImage(queue, { ...rest, ...options })],
  UnmapMemObject: (queue, { mapped }, options) => [mapped, unmap(queue, options)],
  MigrateMemObjects: (queue, { memObjects, flags }, options) => [memObjects, migrate(queue, { flags, ...options })],
  SvmMemFill: (queue, { svmPtr, pattern, size }, options) => [svmPtr, svmMemFill(queue, pattern, { size, ...options })],
  SvmMap: (queue, { svmPtr, ...rest }, options) => [svmPtr, svmMap(queue, { ...rest, ...options })],
  SvmUnmap: (queue, { mapped }, options) => [mapped, svmUnmap(queue, options)],
  SvmMigrateMem: (queue, { svmPointers, flags }, options) => [svmPointers, svmMigrate(queue, { flags, ...options })],
  SvmFree: (queue, { svmPointers }, options) => [svmPointers, svmFree(queue, options)],
}
