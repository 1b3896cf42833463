import type { BufferObject, ClBuffer } from './buffer.ts'
import type { ClImage, ImageObject } from './image.ts'
import { mapsForWriting, type MapFlag } from './map-flag.ts'
import type { StridedBox } from './strided-box.ts'
import type { SvmObject, SvmPointer, SvmPointerObject } from './svm.ts'

/** What can be mapped. */
export type Mappable = ClBuffer | ClImage | SvmPointer

/** Memory of a device that the host may touch, from the completion of a map command until its unmap is enqueued. */
export interface Mapped<R extends Mappable = Mappable> {
  readonly _tag: 'Mapped'
  /** What was mapped. */
  readonly resource: R
  readonly flags: readonly MapFlag[]
  /**
   * The mapped bytes: of an image, from the first pixel of the region to its last. The array is detached and has length 0
   * once the unmap is on its way; memory of the program's own (USE_HOST_PTR) and of fine-grained SVM stays.
   *
   * Throws a TypeError before the map is complete and after its unmap is enqueued: a defect of the program.
   */
  readonly bytes: Uint8Array
  /** In bytes; 0 unless an image. For a 1D array the same as `slicePitch`. */
  readonly rowPitch: number
  /** In bytes, from slice to slice or image to image; 0 for what has none. */
  readonly slicePitch: number
  /** False before the map is complete and after its unmap is enqueued. */
  readonly isMapped: boolean
}

/** Mapped memory as the backend knows it. */
export interface MappedMemory {
  readonly bytes: Uint8Array
  readonly rowPitch: number
  readonly slicePitch: number
}

type MappedResource = BufferObject | ImageObject | SvmPointerObject

/** One mapping, from the check of its map command to the enqueueing of its unmap. */
export class MappedObject implements Mapped {
  readonly _tag = 'Mapped'
  readonly resource: MappedResource
  readonly flags: readonly MapFlag[]
  /** Which bytes it makes the host's. */
  readonly box: StridedBox
  /** The backend's own word for the mapping, which sets it when it takes the map command. */
  handle: unknown = undefined
  #isOutstanding = false
  #memory: (() => MappedMemory) | undefined = undefined
  #known: MappedMemory | undefined = undefined

  constructor(resource: MappedResource, flags: readonly MapFlag[], box: StridedBox) {
    this.resource = resource
    this.flags = flags
    this.box = box
  }

  /** False for what only looks like a mapping, such as a Proxy of one. */
  static isGenuine(value: unknown): value is MappedObject {
    return typeof value === 'object' && value !== null && #memory in value
  }

  /** What the mapping keeps alive. */
  get memoryObject(): BufferObject | ImageObject | SvmObject {
    return this.resource._tag === 'SvmPointer' ? this.resource.allocation : this.resource
  }

  get isForWriting(): boolean {
    return mapsForWriting(this.flags)
  }

  /** From the enqueueing of the map to that of the unmap. */
  get isOutstanding(): boolean {
    return this.#isOutstanding
  }

  get isMapped(): boolean {
    return this.#memory !== undefined
  }

  get bytes(): Uint8Array {
    return this.#look().bytes
  }

  get rowPitch(): number {
    return this.#look().rowPitch
  }

  get slicePitch(): number {
    return this.#look().slicePitch
  }

  /** The bytes, if the program has looked at them: else no command can use them. */
  get seenBytes(): Uint8Array | undefined {
    return this.#known?.bytes
  }

  /** The map is enqueued. */
  begin(): void {
    this.#isOutstanding = true
  }

  /** The map is complete: the host may look. */
  open(memory: () => MappedMemory): void {
    this.#memory = memory
  }

  /** The unmap is enqueued, or never will be: the host may look no more. */
  end(): void {
    this.#isOutstanding = false
    this.#memory = undefined
    this.#known = undefined
  }

  #look(): MappedMemory {
    if (this.#memory === undefined)
      throw new TypeError('The memory is not mapped: its map is not complete, or its unmap is enqueued.')
    return (this.#known ??= this.#memory())
  }
}
