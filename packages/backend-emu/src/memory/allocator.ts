import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import { STATUS } from '../status.ts'
import { Block } from './block.ts'
import { detach } from './detach.ts'
import type { DevicePool } from './device-pool.ts'
import { storeSize } from './store-size.ts'
import { Store } from './store.ts'
import { wasmMemories, type WasmMemories } from './wasm-memories.ts'

/** A store from here on lives in a WebAssembly memory. Small contexts come and go; such a memory is not for them. */
const LARGE_STORE = 1024 * 1024

const failure = (message: string): Either<PortFailure, never> =>
  E.left({ status: STATUS.CL_MEM_OBJECT_ALLOCATION_FAILURE, message })

/**
 * All memory of one context. What it holds counts on every device of the context, as a memory object of OpenCL is there
 * for all of them. Fresh memory is zeroed.
 */
export class Allocator {
  readonly #pools: readonly DevicePool[]
  readonly #memories: WasmMemories
  /** The newest first. */
  readonly #stores: Store[] = []
  #held = 0

  constructor(pools: readonly DevicePool[], memories = wasmMemories) {
    this.#pools = pools
    this.#memories = memories
  }

  /**
   * `size` bytes, aligned within their store to `alignment` (a power of two).
   *
   * Left: CL_MEM_OBJECT_ALLOCATION_FAILURE when a device has not that much left or the host gives no more memory.
   */
  allocate(size: number, alignment: number): Either<PortFailure, Block> {
    return this.#charged(size, () => this.#cut(size, alignment) ?? this.#grow(size))
  }

  /** As allocate, in a store of its own, so that the host may have a view of it that `free` detaches. */
  allocateShared(size: number): Either<PortFailure, Block> {
    return this.#charged(size, () => this.#open(size, true))
  }

  /** A view of a shared block that the host holds has length 0 afterwards. */
  free(block: Block): void {
    const { store, base, size, isShared } = block
    this.#charge(-size)
    block.drop()
    store.give(base, size)
    const index = this.#stores.indexOf(store)
    if (index !== -1 && store.isUnused) this.#stores.splice(index, 1)
    if (isShared) detach(store.bytes.buffer)
  }

  /** Returns what is still held. */
  freeAll(): void {
    this.#charge(-this.#held)
    this.#stores.length = 0
  }

  #charged(size: number, make: () => Block | undefined): Either<PortFailure, Block> {
    const full = this.#pools.find(({ capacity, used }) => size > capacity - used)
    if (full !== undefined) {
      const { name, capacity, used } = full
      return failure(`${size} bytes were asked for; device ${name} has ${capacity - used} of ${capacity} left.`)
    }
    const block = make()
    if (block === undefined) return failure(`${size} bytes were asked for; the host gives no ArrayBuffer of that size.`)
    this.#charge(size)
    return E.right(block)
  }

  /** From a store that is there. */
  #cut(size: number, alignment: number): Block | undefined {
    for (const store of this.#stores) {
      const base = store.take(size, alignment)
      if (base !== undefined) return new Block(store, base, size, false)
    }
    return undefined
  }

  /** From a new store, as small as need be where the host has no room for a larger one. */
  #grow(size: number): Block | undefined {
    const most = Math.min(...this.#pools.map(({ capacity }) => capacity))
    const roomy = storeSize(size, this.#held, most)
    return this.#open(size, false, roomy) ?? this.#open(size, false)
  }

  #open(size: number, isShared: boolean, storeBytes = size): Block | undefined {
    // No WebAssembly memory can be detached.
    const wasm = isShared || storeBytes < LARGE_STORE ? undefined : this.#memories.make(storeBytes)
    const bytes = wasm ?? hostBytes(storeBytes)
    if (bytes === undefined) return undefined
    const store = new Store(bytes)
    if (!isShared) this.#stores.unshift(store)
    return new Block(store, store.take(size, 1) ?? 0, size, isShared)
  }

  #charge(size: number): void {
    this.#held += size
    for (const pool of this.#pools) pool.used += size
  }
}

const hostBytes = (size: number): Uint8Array | undefined => {
  try {
    return new Uint8Array(size)
  } catch {
    // A RangeError: the only way in which a constructor that got a valid size can fail.
    return undefined
  }
}
