import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { PortFailure } from '@rxcl/core/port'
import { STATUS } from '../status.ts'
import { Block } from './block.ts'
import { detach } from './detach.ts'
import type { DevicePool } from './device-pool.ts'

/** The first address that is given out: 0 stays free for the null pointer. */
const FIRST_ADDRESS = 0x10000

const failure = (message: string): Either<PortFailure, never> =>
  E.left({ status: STATUS.CL_MEM_OBJECT_ALLOCATION_FAILURE, message })

/**
 * All memory of one context. What it holds counts on every device of the context, as a memory object of OpenCL is there
 * for all of them. Fresh memory is zeroed.
 */
export class Allocator {
  readonly #pools: readonly DevicePool[]
  #held = 0
  #nextAddress = FIRST_ADDRESS

  constructor(pools: readonly DevicePool[]) {
    this.#pools = pools
  }

  /**
   * `size` bytes at a simulated address that is a multiple of `alignment` (a power of two).
   *
   * Left: CL_MEM_OBJECT_ALLOCATION_FAILURE when a device has not that much left or the host gives no more memory.
   */
  allocate(size: number, alignment: number): Either<PortFailure, Block> {
    const full = this.#pools.find(({ capacity, used }) => size > capacity - used)
    if (full !== undefined) {
      const { name, capacity, used } = full
      return failure(`${size} bytes were asked for; device ${name} has ${capacity - used} of ${capacity} left.`)
    }
    const bytes = hostBytes(size)
    if (bytes === undefined) return failure(`${size} bytes were asked for; the host gives no ArrayBuffer of that size.`)
    const address = Math.ceil(this.#nextAddress / alignment) * alignment
    this.#nextAddress = address + size
    this.#charge(size)
    return E.right(new Block(bytes, 0, address, size))
  }

  free(block: Block): void {
    this.#charge(-block.size)
    block.drop()
  }

  /** As free; a view of the block that the host holds has length 0 afterwards. */
  freeShared(block: Block): void {
    const { buffer } = block.bytes
    this.free(block)
    detach(buffer)
  }

  /** Returns what is still held. */
  freeAll(): void {
    this.#charge(-this.#held)
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
