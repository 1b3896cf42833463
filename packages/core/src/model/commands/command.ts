import { writeBufferCommand, type WriteBuffer, type WriteBufferError } from './write-buffer.ts'
import { readBufferCommand, type ReadBuffer, type ReadBufferError } from './read-buffer.ts'
import { copyBufferCommand, type CopyBuffer, type CopyBufferError } from './copy-buffer.ts'
import { writeBufferRectCommand, type WriteBufferRect, type WriteBufferRectError } from './write-buffer-rect.ts'
import { readBufferRectCommand, type ReadBufferRect, type ReadBufferRectError } from './read-buffer-rect.ts'
import { copyBufferRectCommand, type CopyBufferRect, type CopyBufferRectError } from './copy-buffer-rect.ts'
import { fillBufferCommand, type FillBuffer, type FillBufferError } from './fill-buffer.ts'
import { writeImageCommand, type WriteImage, type WriteImageError } from './write-image.ts'
import { readImageCommand, type ReadImage, type ReadImageError } from './read-image.ts'
import { copyImageCommand, type CopyImage, type CopyImageError } from './copy-image.ts'
import { fillImageCommand, type FillImage, type FillImageError } from './fill-image.ts'
import {
  copyImageToBufferCommand,
  type CopyImageToBuffer,
  type CopyImageToBufferError,
} from './copy-image-to-buffer.ts'
import {
  copyBufferToImageCommand,
  type CopyBufferToImage,
  type CopyBufferToImageError,
} from './copy-buffer-to-image.ts'
import { mapBufferCommand, type MapBuffer, type MapBufferError } from './map-buffer.ts'
import { mapImageCommand, type MapImage, type MapImageError } from './map-image.ts'
import { unmapMemObjectCommand, type UnmapMemObject, type UnmapMemObjectError } from './unmap-mem-object.ts'
import { migrateMemObjectsCommand, type MigrateMemObjects, type MigrateMemObjectsError } from './migrate-mem-objects.ts'
import { svmMemcpyCommand, type SvmMemcpy, type SvmMemcpyError } from './svm-memcpy.ts'
import { svmMemFillCommand, type SvmMemFill, type SvmMemFillError } from './svm-mem-fill.ts'
import { svmMapCommand, type SvmMap, type SvmMapError } from './svm-map.ts'
import { svmUnmapCommand, type SvmUnmap, type SvmUnmapError } from './svm-unmap.ts'
import { svmMigrateMemCommand, type SvmMigrateMem, type SvmMigrateMemError } from './svm-migrate-mem.ts'
import { svmFreeCommand, type SvmFree, type SvmFreeError } from './svm-free.ts'
import { markerCommand, type Marker, type MarkerError } from './marker.ts'
import { barrierCommand, type Barrier, type BarrierError } from './barrier.ts'

/** Every command, as a value. */
export type AnyCommand =
  | WriteBuffer
  | ReadBuffer
  | CopyBuffer
  | WriteBufferRect
  | ReadBufferRect
  | CopyBufferRect
  | FillBuffer
  | WriteImage
  | ReadImage
  | CopyImage
  | FillImage
  | CopyImageToBuffer
  | CopyBufferToImage
  | MapBuffer
  | MapImage
  | UnmapMemObject
  | MigrateMemObjects
  | SvmMemcpy
  | SvmMemFill
  | SvmMap
  | SvmUnmap
  | SvmMigrateMem
  | SvmFree
  | Marker
  | Barrier

/** One constructor per command: plain values, nothing happens until they are enqueued. */
export const Command = {
  writeBuffer: writeBufferCommand,
  readBuffer: readBufferCommand,
  copyBuffer: copyBufferCommand,
  writeBufferRect: writeBufferRectCommand,
  readBufferRect: readBufferRectCommand,
  copyBufferRect: copyBufferRectCommand,
  fillBuffer: fillBufferCommand,
  writeImage: writeImageCommand,
  readImage: readImageCommand,
  copyImage: copyImageCommand,
  fillImage: fillImageCommand,
  copyImageToBuffer: copyImageToBufferCommand,
  copyBufferToImage: copyBufferToImageCommand,
  mapBuffer: mapBufferCommand,
  mapImage: mapImageCommand,
  unmap: unmapMemObjectCommand,
  migrate: migrateMemObjectsCommand,
  svmMemcpy: svmMemcpyCommand,
  svmMemFill: svmMemFillCommand,
  svmMap: svmMapCommand,
  svmUnmap: svmUnmapCommand,
  svmMigrate: svmMigrateMemCommand,
  svmFree: svmFreeCommand,
  marker: markerCommand,
  barrier: barrierCommand,
} as const

/** What each command may be refused for when it is enqueued. */
export interface RefusalOf {
  readonly WriteBuffer: WriteBufferError
  readonly ReadBuffer: ReadBufferError
  readonly CopyBuffer: CopyBufferError
  readonly WriteBufferRect: WriteBufferRectError
  readonly ReadBufferRect: ReadBufferRectError
  readonly CopyBufferRect: CopyBufferRectError
  readonly FillBuffer: FillBufferError
  readonly WriteImage: WriteImageError
  readonly ReadImage: ReadImageError
  readonly CopyImage: CopyImageError
  readonly FillImage: FillImageError
  readonly CopyImageToBuffer: CopyImageToBufferError
  readonly CopyBufferToImage: CopyBufferToImageError
  readonly MapBuffer: MapBufferError
  readonly MapImage: MapImageError
  readonly UnmapMemObject: UnmapMemObjectError
  readonly MigrateMemObjects: MigrateMemObjectsError
  readonly SvmMemcpy: SvmMemcpyError
  readonly SvmMemFill: SvmMemFillError
  readonly SvmMap: SvmMapError
  readonly SvmUnmap: SvmUnmapError
  readonly SvmMigrateMem: SvmMigrateMemError
  readonly SvmFree: SvmFreeError
  readonly Marker: MarkerError
  readonly Barrier: BarrierError
}
