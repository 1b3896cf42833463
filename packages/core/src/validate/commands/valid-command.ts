import type { BufferObject } from '../../model/buffer.ts'
import type { ImageObject } from '../../model/image.ts'
import type { MappedObject } from '../../model/mapped.ts'
import type { SvmPointerObject } from '../../model/svm.ts'
import type {
  PortCopyBuffer,
  PortCopyBufferRect,
  PortFillBuffer,
  PortReadBuffer,
  PortReadBufferRect,
  PortWriteBuffer,
  PortWriteBufferRect,
} from '../../port/commands/buffer-commands.ts'
import type {
  PortCopyBufferToImage,
  PortCopyImage,
  PortCopyImageToBuffer,
  PortFillImage,
  PortReadImage,
  PortWriteImage,
} from '../../port/commands/image-commands.ts'
import type {
  PortMapBuffer,
  PortMapImage,
  PortMigrateMemObjects,
  PortSvmMap,
  PortSvmMigrateMem,
  PortSvmUnmap,
  PortUnmapMemObject,
} from '../../port/commands/map-commands.ts'
import type { PortBarrier, PortMarker } from '../../port/commands/port-command.ts'
import type { HostRef } from '../../port/commands/references.ts'
import type { PortSvmFree, PortSvmMemcpy, PortSvmMemFill } from '../../port/commands/svm-commands.ts'

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

export interface ValidWriteBufferRect extends PortWriteBufferRect {
  readonly buffer: BufferObject
}

export interface ValidReadBufferRect extends PortReadBufferRect {
  readonly buffer: BufferObject
}

export interface ValidCopyBufferRect extends PortCopyBufferRect {
  readonly srcBuffer: BufferObject
  readonly dstBuffer: BufferObject
}

export interface ValidFillBuffer extends PortFillBuffer {
  readonly buffer: BufferObject
}

export interface ValidWriteImage extends PortWriteImage {
  readonly image: ImageObject
}

export interface ValidReadImage extends PortReadImage {
  readonly image: ImageObject
}

export interface ValidCopyImage extends PortCopyImage {
  readonly srcImage: ImageObject
  readonly dstImage: ImageObject
}

export interface ValidFillImage extends PortFillImage {
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

export interface ValidMapBuffer extends PortMapBuffer {
  readonly buffer: BufferObject
  readonly mapping: MappedObject
}

export interface ValidMapImage extends PortMapImage {
  readonly image: ImageObject
  readonly mapping: MappedObject
}

export interface ValidUnmapMemObject extends PortUnmapMemObject {
  readonly memobj: BufferObject | ImageObject
  readonly mapping: MappedObject
}

export interface ValidMigrateMemObjects extends PortMigrateMemObjects {
  readonly memObjects: readonly (BufferObject | ImageObject)[]
}

export interface ValidSvmMemcpy extends PortSvmMemcpy {
  readonly dstPtr: SvmPointerObject | HostRef
  readonly srcPtr: SvmPointerObject | HostRef
}

export interface ValidSvmMemFill extends PortSvmMemFill {
  readonly svmPtr: SvmPointerObject
}

export interface ValidSvmMap extends PortSvmMap {
  readonly svmPtr: SvmPointerObject
  readonly mapping: MappedObject
}

export interface ValidSvmUnmap extends PortSvmUnmap {
  readonly svmPtr: SvmPointerObject
  readonly mapping: MappedObject
}

export interface ValidSvmMigrateMem extends PortSvmMigrateMem {
  readonly svmPointers: readonly SvmPointerObject[]
}

export interface ValidSvmFree extends PortSvmFree {
  readonly svmPointers: readonly SvmPointerObject[]
}

export type ValidMarker = PortMarker
export type ValidBarrier = PortBarrier

export type ValidCommand =
  | ValidWriteBuffer
  | ValidReadBuffer
  | ValidCopyBuffer
  | ValidWriteBufferRect
  | ValidReadBufferRect
  | ValidCopyBufferRect
  | ValidFillBuffer
  | ValidWriteImage
  | ValidReadImage
  | ValidCopyImage
  | ValidFillImage
  | ValidCopyImageToBuffer
  | ValidCopyBufferToImage
  | ValidMapBuffer
  | ValidMapImage
  | ValidUnmapMemObject
  | ValidMigrateMemObjects
  | ValidSvmMemcpy
  | ValidSvmMemFill
  | ValidSvmMap
  | ValidSvmUnmap
  | ValidSvmMigrateMem
  | ValidSvmFree
  | ValidMarker
  | ValidBarrier
