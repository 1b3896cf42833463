import type { BufferObject } from '../../model/buffer.ts'
import type { ImageObject } from '../../model/image.ts'
import type { SvmPointerObject } from '../../model/svm.ts'
import type {
  HostRef,
  PortBarrier,
  PortCopyBuffer,
  PortCopyBufferToImage,
  PortCopyImageToBuffer,
  PortMarker,
  PortReadBuffer,
  PortReadImage,
  PortSvmMemcpy,
  PortWriteBuffer,
  PortWriteImage,
} from '../../port/commands.ts'

// Checked commands, as the port takes them; the references are the objects themselves, so that they can be retained.

export interface ValidWriteBuffer extends PortWriteBuffer {
  readonly buffer: BufferObject
}

export interface ValidReadBuffer extends PortReadBuffer {
  readonly buffer: BufferObject
}

export interface ValidCopyBuffer extends PortCopyBuffer {
  readonly srcBuffer: BufferObject
  readonly dstBuffer: BufferObject
}

export interface ValidWriteImage extends PortWriteImage {
  readonly image: ImageObject
}

export interface ValidReadImage extends PortReadImage {
  readonly image: ImageObject
}

export interface ValidCopyImageToBuffer extends PortCopyImageToBuffer {
  readonly srcImage: ImageObject
  readonly dstBuffer: BufferObject
}

export interface ValidCopyBufferToImage extends PortCopyBufferToImage {
  readonly srcBuffer: BufferObject
  readonly dstImage: ImageObject
}

export interface ValidSvmMemcpy extends PortSvmMemcpy {
  readonly dstPtr: SvmPointerObject | HostRef
  readonly srcPtr: SvmPointerObject | HostRef
}

export type ValidMarker = PortMarker
export type ValidBarrier = PortBarrier

export type ValidCommand =
  | ValidWriteBuffer
  | ValidReadBuffer
  | ValidCopyBuffer
  | ValidWriteImage
  | ValidReadImage
  | ValidCopyImageToBuffer
  | ValidCopyBufferToImage
  | ValidSvmMemcpy
  | ValidMarker
  | ValidBarrier
