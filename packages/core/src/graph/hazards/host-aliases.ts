import type { BufferObject } from '../../model/buffer.ts'
import { bytesOf } from '../../model/host-data.ts'
import type { ImageObject } from '../../model/image.ts'
import { byteRange, type StridedBox } from '../../model/strided-box.ts'
import type { SvmObject } from '../../model/svm.ts'

interface Alias {
  readonly allocation: SvmObject
  /** Where byte 0 of the other memory lies in the allocation; may be negative. */
  readonly origin: number
  /** How many bytes any part of the other memory stands for, where its rows lie otherwise; else undefined. */
  readonly size: number | undefined
}

/** Other names of the bytes of shared virtual memory: the ArrayBuffers that show them, the objects made over those. */
export class HostAliases {
  readonly #aliases = new WeakMap<object, Alias>()
  #isEmpty = true

  /** `bytes` are those of `allocation` from `offset` on. */
  addView({ buffer, byteOffset }: Uint8Array, allocation: SvmObject, offset: number): void {
    if (this.#aliases.has(buffer)) return
    this.#aliases.set(buffer, { allocation, origin: offset - byteOffset, size: undefined })
    this.#isEmpty = false
  }

  /** The memory of an object is the program's own, which may be a view. */
  addObject(object: BufferObject | ImageObject): void {
    if (this.#isEmpty || object.hostPtr === undefined) return
    const { buffer, byteOffset, byteLength } = bytesOf(object.hostPtr)
    const alias = this.#aliases.get(buffer)
    if (alias === undefined) return
    const size = object._tag === 'Image' ? byteLength : undefined
    this.#aliases.set(object, { ...alias, origin: alias.origin + byteOffset, size })
  }

  /** The same bytes, with the memory to which they belong. */
  resolve(box: StridedBox): StridedBox {
    const alias = this.#isEmpty ? undefined : this.#aliases.get(box.memory)
    if (alias === undefined) return box
    const { allocation, origin, size } = alias
    return size === undefined
      ? { ...box, memory: allocation, start: origin + box.start }
      : byteRange(allocation, origin, size)
  }
}
