import type { Either } from 'fp-ts/lib/Either.js'
import type { ContextIdentity } from './context-identity.ts'
import type { CreateSubBufferError } from './creation-errors.ts'
import { bytesOf, type HostData } from './host-data.ts'
import type { MemFlag } from './mem-flag.ts'
import { Resource, type ResourceOwner } from './resource.ts'

/** A buffer or sub-buffer object. */
export interface ClBuffer extends Disposable {
  readonly _tag: 'Buffer'
  /** In bytes. */
  readonly size: number
  readonly flags: readonly MemFlag[]
  /** For a sub-buffer: its first byte in the parent. */
  readonly origin: number
  /** For a sub-buffer: the buffer whose bytes it shares. */
  readonly parent: ClBuffer | undefined
  /** What the buffer was made over, with USE_HOST_PTR; of a sub-buffer the part of it. */
  readonly hostPtr: HostData | undefined
  /**
   * A part of this buffer, sharing its bytes: clCreateSubBuffer. `origin` and `size` in bytes; without `flags` it
   * inherits this buffer's.
   *
   * Left: CL_INVALID_MEM_OBJECT (released, or itself a sub-buffer), CL_INVALID_VALUE (flags; or the region leaves the
   * buffer), CL_INVALID_BUFFER_SIZE (size 0), CL_MISALIGNED_SUB_BUFFER_OFFSET (aligned for no device of the context),
   * CL_INVALID_OPERATION (no device of version 1.1), CL_MEM_OBJECT_ALLOCATION_FAILURE, CL_OUT_OF_RESOURCES,
   * CL_OUT_OF_HOST_MEMORY.
   */
  createSubBuffer(region: {
    readonly origin: number
    readonly size: number
    readonly flags?: readonly MemFlag[]
  }): Either<CreateSubBufferError, ClBuffer>
  release(): void
}

/** How a buffer comes to its parts; the context does the work. */
export type SubBufferFactory = (
  parent: BufferObject,
  region: { readonly origin: number; readonly size: number; readonly flags?: readonly MemFlag[] },
) => Either<CreateSubBufferError, BufferObject>

/** The part of a buffer's host memory that is behind a sub-buffer. Of memory that is gone the parts are gone as well. */
export const partOfHostPtr = (hostPtr: HostData | undefined, origin: number, size: number): HostData | undefined => {
  if (hostPtr === undefined || hostPtr.buffer.byteLength === 0) return hostPtr
  return bytesOf(hostPtr).subarray(origin, origin + size)
}

export class BufferObject extends Resource implements ClBuffer {
  readonly _tag = 'Buffer'
  readonly size: number
  readonly flags: readonly MemFlag[]
  readonly origin: number
  readonly parent: BufferObject | undefined
  readonly hostPtr: HostData | undefined
  readonly #createSubBuffer: SubBufferFactory

  constructor(
    context: ContextIdentity,
    handle: unknown,
    owner: ResourceOwner,
    desc: {
      readonly size: number
      readonly flags: readonly MemFlag[]
      readonly origin: number
      readonly parent: BufferObject | undefined
      readonly hostPtr: HostData | undefined
    },
    createSubBuffer: SubBufferFactory,
  ) {
    super(context, handle, owner)
    this.size = desc.size
    this.flags = desc.flags
    this.origin = desc.origin
    this.parent = desc.parent
    this.hostPtr = desc.hostPtr
    this.#createSubBuffer = createSubBuffer
  }

  createSubBuffer(region: Parameters<ClBuffer['createSubBuffer']>[0]): Either<CreateSubBufferError, BufferObject> {
    return this.#createSubBuffer(this, region)
  }
}
