import type { ImageType } from '../../model/image-type.ts'

// What commands refer to.

/** A buffer; `handle` is what the backend answered when it made it. */
export interface BufferRef {
  readonly _tag: 'Buffer'
  readonly handle: unknown
}

/** An image; `handle` is what the backend answered when it made it. */
export interface ImageRef {
  readonly _tag: 'Image'
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

/** One mapping. The backend sets `handle` when it takes the map command, and finds the memory by it afterwards. */
export interface MappingRef {
  handle: unknown
}
