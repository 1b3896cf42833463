export type { ClError, ClErrorCode, ErrorFor, ErrorOrigin, UNNAMED_STATUS } from './model/cl-error.ts'
export { STATUS_CODES, type StatusCode } from './model/status-codes.ts'
export type { Origin, Region } from './model/box.ts'
export type { ClBuffer } from './model/buffer.ts'
export type * from './model/creation-errors.ts'
export { DEVICE_VERSIONS, type ClDevice, type DeviceInfo, type DeviceType, type DeviceVersion } from './model/device.ts'
export { COMPLETE, QUEUED, RUNNING, SUBMITTED } from './model/event-status.ts'
export type { ClEvent, ClUserEvent, Profile } from './model/event.ts'
export { ORDER_SINCE } from './model/format-tables.ts'
export type { HostData } from './model/host-data.ts'
export {
  elementSize,
  formatKey,
  isLegalFormat,
  LEGAL_FORMATS,
  RGBA8,
  type ChannelDataType,
  type ChannelOrder,
  type ImageFormat,
  type LegalImageFormat,
} from './model/image-format.ts'
export { decodeImageFormat } from './codec/image-format.ts'
export type { Mismatch } from './codec/mismatch.ts'
export { IMAGE_TYPES, type ImageType } from './model/image-type.ts'
export type { ClImage, ImageDesc, ImageShape } from './model/image.ts'
export { MEM_FLAGS, type MemFlag, type SvmFlag } from './model/mem-flag.ts'
export type { ClCommandQueue } from './model/queue.ts'
export type { SvmAllocation, SvmPointer } from './model/svm.ts'

export { Command, type AnyCommand, type RefusalOf } from './model/commands/command.ts'
export type { Barrier, BarrierError } from './model/commands/barrier.ts'
export type { CopyBuffer, CopyBufferError } from './model/commands/copy-buffer.ts'
export type { CopyBufferToImage, CopyBufferToImageError } from './model/commands/copy-buffer-to-image.ts'
export type { CopyImageToBuffer, CopyImageToBufferError } from './model/commands/copy-image-to-buffer.ts'
export type { ExecutionError } from './model/commands/execution-error.ts'
export type { Marker, MarkerError } from './model/commands/marker.ts'
export type { ReadBuffer, ReadBufferError } from './model/commands/read-buffer.ts'
export type { ReadImage, ReadImageError } from './model/commands/read-image.ts'
export type { SvmMemcpy, SvmMemcpyError } from './model/commands/svm-memcpy.ts'
export type { WriteBuffer, WriteBufferError } from './model/commands/write-buffer.ts'
export type { WriteImage, WriteImageError } from './model/commands/write-image.ts'

export type { Backend } from './port/backend.ts'
export type { ClContext } from './platform/cl-context.ts'
export { BACKEND, OPENCL, registerBackend } from './container.ts'
export { createOpenCL, type OpenCL } from './stream/opencl.ts'

export type {
  DepErrors,
  Dependency,
  Deps,
  Enqueued,
  ErrorOf,
  Operand,
  ResourceOf,
  ValueOf,
  Waiting,
} from './stream/flow-types.ts'
export { Flow } from './stream/flow.ts'
export { ready } from './stream/ready.ts'
export { enqueue, type EnqueueError, type ResultOf } from './stream/enqueue.ts'
export { completed } from './stream/completed.ts'
export { profiled } from './stream/profiled.ts'
export { writeBuffer } from './stream/operators/write-buffer.ts'
export { readBuffer } from './stream/operators/read-buffer.ts'
export { copyBuffer } from './stream/operators/copy-buffer.ts'
export { writeImage } from './stream/operators/write-image.ts'
export { readImage } from './stream/operators/read-image.ts'
export { copyImageToBuffer } from './stream/operators/copy-image-to-buffer.ts'
export { copyBufferToImage } from './stream/operators/copy-buffer-to-image.ts'
export { svmMemcpy } from './stream/operators/svm-memcpy.ts'
export { marker } from './stream/operators/marker.ts'
export { barrier } from './stream/operators/barrier.ts'
