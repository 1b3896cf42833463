import { barrierCommand, type Barrier, type BarrierError } from './barrier.ts'
import { copyBufferCommand, type CopyBuffer, type CopyBufferError } from './copy-buffer.ts'
import {
  copyBufferToImageCommand,
  type CopyBufferToImage,
  type CopyBufferToImageError,
} from './copy-buffer-to-image.ts'
import {
  copyImageToBufferCommand,
  type CopyImageToBuffer,
  type CopyImageToBufferError,
} from './copy-image-to-buffer.ts'
import { markerCommand, type Marker, type MarkerError } from './marker.ts'
import { readBufferCommand, type ReadBuffer, type ReadBufferError } from './read-buffer.ts'
import { readImageCommand, type ReadImage, type ReadImageError } from './read-image.ts'
import { svmMemcpyCommand, type SvmMemcpy, type SvmMemcpyError } from './svm-memcpy.ts'
import { writeBufferCommand, type WriteBuffer, type WriteBufferError } from './write-buffer.ts'
import { writeImageCommand, type WriteImage, type WriteImageError } from './write-image.ts'

/** Every command, as a value. */
export type AnyCommand =
  | WriteBuffer
  | ReadBuffer
  | CopyBuffer
  | WriteImage
  | ReadImage
  | CopyImageToBuffer
  | CopyBufferToImage
  | SvmMemcpy
  | Marker
  | Barrier

/** One constructor per command: plain values, nothing happens until they are enqueued. */
export const Command = {
  writeBuffer: writeBufferCommand,
  readBuffer: readBufferCommand,
  copyBuffer: copyBufferCommand,
  writeImage: writeImageCommand,
  readImage: readImageCommand,
  copyImageToBuffer: copyImageToBufferCommand,
  copyBufferToImage: copyBufferToImageCommand,
  svmMemcpy: svmMemcpyCommand,
  marker: markerCommand,
  barrier: barrierCommand,
} as const

/** What each command may be refused for when it is enqueued. */
export interface RefusalOf {
  readonly WriteBuffer: WriteBufferError
  readonly ReadBuffer: ReadBufferError
  readonly CopyBuffer: CopyBufferError
  readonly WriteImage: WriteImageError
  readonly ReadImage: ReadImageError
  readonly CopyImageToBuffer: CopyImageToBufferError
  readonly CopyBufferToImage: CopyBufferToImageError
  readonly SvmMemcpy: SvmMemcpyError
  readonly Marker: MarkerError
  readonly Barrier: BarrierError
}
