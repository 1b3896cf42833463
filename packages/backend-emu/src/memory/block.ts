import type { Store } from './store.ts'

const NOTHING = new Uint8Array(0)

/** One allocation of device memory: commands reach it as `bytes` from `base` on. */
export class Block {
  /** All bytes of the store. */
  bytes: Uint8Array
  /** Where in the store the block begins; a multiple of the alignment asked for. */
  readonly base: number
  readonly size: number
  readonly store: Store
  /** Whether the host may hold a view of it; the store then has no other block. */
  readonly isShared: boolean

  constructor(store: Store, base: number, size: number, isShared: boolean) {
    this.bytes = store.bytes
    this.base = base
    this.size = size
    this.store = store
    this.isShared = isShared
  }

  /** Lets go of the bytes, whoever still holds the block. */
  drop(): void {
    this.bytes = NOTHING
  }
}
