const NOTHING = new Uint8Array(0)

/**
 * One allocation of device memory. Commands reach it as `bytes` from `base` on, so several blocks may share one store:
 * today each has an ArrayBuffer of its own and `base` is 0.
 */
export class Block {
  /** The store that holds the block. */
  bytes: Uint8Array
  /** Where in the store the block begins. */
  readonly base: number
  /** Where the device would say the block begins; a multiple of the alignment asked for. */
  readonly address: number
  readonly size: number

  constructor(bytes: Uint8Array, base: number, address: number, size: number) {
    this.bytes = bytes
    this.base = base
    this.address = address
    this.size = size
  }

  /** Lets go of the bytes, whoever still holds the block. */
  drop(): void {
    this.bytes = NOTHING
  }
}
