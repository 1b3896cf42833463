import { mapsForWriting, type MapFlag, type MappedMemory } from '@rxcl/core/port'
import { storeOffset } from '../command/move-sides.ts'
import { takeAway } from '../memory/detach.ts'
import type { Move } from '../memory/move.ts'
import { STATUS } from '../status.ts'
import { hostLength, type MappedBox } from './mapped-box.ts'

/**
 * One mapping: what its commands do, and the host's side of it. That is a copy of its own; with USE_HOST_PTR the
 * program's array; with fine-grained SVM the memory of the device itself.
 */
export class HostMapping {
  readonly #box: MappedBox
  readonly #showsContents: boolean
  readonly #isForWriting: boolean
  /** The host's side, `#offset` bytes from its start; undefined before the map runs. */
  #bytes: Uint8Array | undefined = undefined
  #offset = 0
  #isComplete = false
  /** Whether the program has the bytes. */
  #isGiven = false
  #isEnded = false

  constructor(box: MappedBox, flags: readonly MapFlag[]) {
    this.#box = box
    this.#showsContents = flags.includes('READ') || flags.includes('WRITE')
    this.#isForWriting = mapsForWriting(flags)
  }

  /** Whether the host sees the memory of the device. */
  get #isDirect(): boolean {
    return this.#box.memory.block.isShared
  }

  /** Whether the host's side is nobody else's. */
  get #isOwn(): boolean {
    return !this.#isDirect && this.#box.memory.host === undefined
  }

  /** The bytes that are mapped, without what lies between rows. */
  get byteCount(): number {
    return this.#box.rowBytes * this.#box.rows * this.#box.slices
  }

  /** Loads what the map command does; it fails with CL_MAP_FAILURE where the host has no memory for it. */
  loadMap(move: Move): void {
    move.clear()
    // Nobody will ever see what a map shows whose unmap is on its way already.
    if (this.#isEnded && this.#isOwn) return
    this.#bytes = this.#hostBytes()
    if (this.#bytes === undefined) return move.refuse(STATUS.CL_MAP_FAILURE)
    if (this.#isDirect || !this.#showsContents) return
    const { memory, device, host, deviceOffset, rowBytes, rows, slices } = this.#box
    move.from(memory.block.bytes, storeOffset(memory, deviceOffset), device.rowPitch, device.slicePitch)
    move.to(this.#bytes, this.#offset, host.rowPitch, host.slicePitch)
    move.extent(rowBytes, rows, slices)
  }

  /** The map command has succeeded. */
  complete(): void {
    this.#isComplete = true
  }

  /** What the program gets to see. */
  show(): MappedMemory {
    this.#isGiven = true
    const bytes = this.#bytes ?? new Uint8Array(0)
    const length = hostLength(this.#box)
    return { bytes: this.#isOwn ? bytes : bytes.subarray(this.#offset, this.#offset + length), ...this.#box.told }
  }

  /** The unmap is submitted: the program loses its view, and what it wrote there stays. */
  end(): void {
    this.#isEnded = true
    const bytes = this.#bytes
    if (!this.#isGiven || !this.#isOwn || bytes === undefined || bytes.length === 0) return
    this.#bytes = new Uint8Array(takeAway(bytes.buffer))
  }

  /** There will be no unmap. */
  drop(): void {
    this.end()
    this.#bytes = undefined
  }

  /** Loads what the unmap command does: nothing where the map has failed. */
  loadUnmap(move: Move): void {
    move.clear()
    const bytes = this.#bytes
    this.#bytes = undefined
    if (bytes === undefined || !this.#isComplete || !this.#isForWriting || this.#isDirect) return
    // What the program never had is as it was.
    if (this.#isOwn && !this.#isGiven) return
    const { memory, device, host, deviceOffset, rowBytes, rows, slices } = this.#box
    move.from(bytes, this.#offset, host.rowPitch, host.slicePitch)
    move.to(memory.block.bytes, storeOffset(memory, deviceOffset), device.rowPitch, device.slicePitch)
    move.extent(rowBytes, rows, slices)
  }

  #hostBytes(): Uint8Array | undefined {
    const { memory, deviceOffset, hostOffset } = this.#box
    if (this.#isDirect) {
      this.#offset = storeOffset(memory, deviceOffset)
      return memory.block.bytes
    }
    if (memory.host !== undefined) {
      this.#offset = memory.host.offset + hostOffset
      return memory.host.bytes
    }
    try {
      return new Uint8Array(hostLength(this.#box))
    } catch {
      // A RangeError: the host gives no ArrayBuffer of that size.
      return undefined
    }
  }
}
