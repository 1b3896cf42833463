import type { Either } from 'fp-ts/lib/Either.js'
import type { ClError } from './cl-error.ts'
import type { ContextIdentity } from './context-identity.ts'
import type { SvmFlag } from './mem-flag.ts'
import type { HostData } from './host-data.ts'
import { Resource, type ResourceOwner } from './resource.ts'

/** A pointer into shared virtual memory. */
export interface SvmPointer {
  readonly _tag: 'SvmPointer'
  readonly allocation: SvmAllocation
  /** From the start of the allocation. */
  readonly byteOffset: number
}

/** Shared virtual memory: clSVMAlloc. */
export interface SvmAllocation extends Disposable {
  readonly _tag: 'SvmAllocation'
  /** In bytes. */
  readonly size: number
  readonly flags: readonly SvmFlag[]
  /** A pointer into the allocation, `byteOffset` bytes from its start. Whether it may be used there is checked by the command. */
  at(byteOffset: number): SvmPointer
  /**
   * The bytes of a fine-grained allocation, shared with the device while no command writes them. The view is detached
   * by `free`.
   *
   * Left: CL_INVALID_OPERATION for a coarse-grained allocation, CL_INVALID_VALUE after `free`.
   */
  bytes(): Either<ClError<'CL_INVALID_OPERATION'> | ClError<'CL_INVALID_VALUE'>, Uint8Array>
  /** clSVMFree, once the commands that use the memory have settled. A second call does nothing. */
  free(): void
}

export class SvmPointerObject implements SvmPointer {
  readonly _tag = 'SvmPointer'
  readonly allocation: SvmObject
  readonly byteOffset: number

  constructor(allocation: SvmObject, byteOffset: number) {
    this.allocation = allocation
    this.byteOffset = byteOffset
  }
}

/** Bytes of the largest data type, long16: what an allocation is aligned to unless its program says otherwise. */
const LARGEST_TYPE = 128

/** Which allocation's bytes an ArrayBuffer is, once a program has seen them. */
const allocations = new WeakMap<ArrayBufferLike, SvmObject>()

/** The allocation whose bytes these are. Of memory that is freed there is none. */
export const svmBehind = ({ buffer }: HostData): SvmObject | undefined =>
  buffer.byteLength === 0 ? undefined : allocations.get(buffer)

export class SvmObject extends Resource implements SvmAllocation {
  readonly _tag = 'SvmAllocation'
  readonly size: number
  readonly flags: readonly SvmFlag[]
  /** What the address of the first byte is a multiple of. */
  readonly alignment: number
  readonly #hostBytes: (allocation: SvmObject) => ReturnType<SvmAllocation['bytes']>

  constructor(
    context: ContextIdentity,
    handle: unknown,
    owner: ResourceOwner,
    desc: { readonly size: number; readonly flags: readonly SvmFlag[]; readonly alignment: number },
    hostBytes: (allocation: SvmObject) => ReturnType<SvmAllocation['bytes']>,
  ) {
    super(context, handle, owner)
    this.size = desc.size
    this.flags = desc.flags
    this.alignment = desc.alignment === 0 ? LARGEST_TYPE : desc.alignment
    this.#hostBytes = hostBytes
  }

  at(byteOffset: number): SvmPointerObject {
    return new SvmPointerObject(this, byteOffset)
  }

  bytes(): ReturnType<SvmAllocation['bytes']> {
    const bytes = this.#hostBytes(this)
    if (bytes._tag === 'Right') allocations.set(bytes.right.buffer, this)
    return bytes
  }

  free(): void {
    this.release()
  }
}
