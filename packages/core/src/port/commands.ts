import type { Triple } from '../model/box.ts'
import type { ImageType } from '../model/image-type.ts'

// The commands as a backend gets them: every rule of the specification that the host can check holds, every default is
// filled in, every number is a non-negative safe integer.

/** A buffer; `handle` is what the backend answered when it made it. */
export interface BufferRef {
  readonly handle: unknown
}

/** An image; `handle` is what the backend answered when it made it. */
export interface ImageRef {
  readonly handle: unknown
  readonly type: ImageType
  /** Bytes per pixel. */
  readonly elementSize: number
}

/** A place in shared virtual memory. */
export interface SvmRef {
  readonly _tag: 'SvmPointer'
  readonly allocation: { readonly handle: unknown }
  readonly byteOffset: number
}

/** Bytes of the host; a command that was not told to wait for them reads and writes them when it runs. */
export interface HostRef {
  readonly _tag: 'HostMemory'
  readonly bytes: Uint8Array
}

export interface PortWriteBuffer {
  readonly _tag: 'WriteBuffer'
  readonly buffer: BufferRef
  readonly offset: number
  readonly size: number
  /** At least `size` bytes; the first `size` are meant. */
  readonly ptr: Uint8Array
}

export interface PortReadBuffer {
  readonly _tag: 'ReadBuffer'
  readonly buffer: BufferRef
  readonly offset: number
  readonly size: number
  readonly ptr: Uint8Array
}

export interface PortCopyBuffer {
  readonly _tag: 'CopyBuffer'
  readonly srcBuffer: BufferRef
  readonly dstBuffer: BufferRef
  readonly srcOffset: number
  readonly dstOffset: number
  readonly size: number
}

/** Pitches are in bytes and never 0; for a 1D array `slicePitch` goes from image to image. */
export interface PortWriteImage {
  readonly _tag: 'WriteImage'
  readonly image: ImageRef
  readonly origin: Triple
  readonly region: Triple
  readonly inputRowPitch: number
  readonly inputSlicePitch: number
  readonly ptr: Uint8Array
}

/** Pitches as in PortWriteImage. */
export interface PortReadImage {
  readonly _tag: 'ReadImage'
  readonly image: ImageRef
  readonly origin: Triple
  readonly region: Triple
  readonly rowPitch: number
  readonly slicePitch: number
  readonly ptr: Uint8Array
}

export interface PortCopyImageToBuffer {
  readonly _tag: 'CopyImageToBuffer'
  readonly srcImage: ImageRef
  readonly dstBuffer: BufferRef
  readonly srcOrigin: Triple
  readonly region: Triple
  readonly dstOffset: number
}

export interface PortCopyBufferToImage {
  readonly _tag: 'CopyBufferToImage'
  readonly srcBuffer: BufferRef
  readonly dstImage: ImageRef
  readonly srcOffset: number
  readonly dstOrigin: Triple
  readonly region: Triple
}

export interface PortSvmMemcpy {
  readonly _tag: 'SvmMemcpy'
  readonly dstPtr: SvmRef | HostRef
  readonly srcPtr: SvmRef | HostRef
  readonly size: number
}

/** Without a wait list (`hasWaitList` false) it waits for every earlier command of its queue. */
export interface PortMarker {
  readonly _tag: 'Marker'
  readonly hasWaitList: boolean
}

/** As PortMarker; every later command of its queue waits for it. */
export interface PortBarrier {
  readonly _tag: 'Barrier'
  readonly hasWaitList: boolean
}

export type PortCommand =
  | PortWriteBuffer
  | PortReadBuffer
  | PortCopyBuffer
  | PortWriteImage
  | PortReadImage
  | PortCopyImageToBuffer
  | PortCopyBufferToImage
  | PortSvmMemcpy
  | PortMarker
  | PortBarrier
