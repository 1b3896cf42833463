import type { PortReadImage } from '@rxcl/core/port'
import { STAGED_BYTES } from '../binding/words.ts'
import { isDeviceMemory } from '../objects/device-memory.ts'
import { hasGaps, hostSpanOf, isUneven, type HostSpan } from './host-span.ts'

/**
 * A read into rows with gaps between them. Memory that is copied on its way comes back in one piece, and would bring old
 * bytes for the gaps, where another read may have put new ones; so such a read goes into packed memory of its own.
 */
export class ScatteredRead {
  /** Where the driver puts the rows, one after another. */
  readonly packed: Uint8Array
  readonly #span: HostSpan
  readonly #target: Uint8Array

  constructor(span: HostSpan, target: Uint8Array) {
    this.packed = new Uint8Array(span.rowBytes * span.rows * span.slices)
    this.#span = span
    this.#target = target
  }

  /** Puts the rows where they belong; false when that memory has gone. */
  land(): boolean {
    const { rowBytes, rows, rowPitch, slices, slicePitch, bytes } = this.#span
    if (this.#target.byteLength < bytes) return false
    let from = 0
    for (let slice = 0; slice < slices; slice += 1)
      for (let row = 0; row < rows; row += 1) {
        this.#target.set(this.packed.subarray(from, from + rowBytes), slice * slicePitch + row * rowPitch)
        from += rowBytes
      }
    return true
  }
}

/** The detour that a read takes, if it must. */
export const scatteredReadOf = (command: PortReadImage): ScatteredRead | undefined => {
  const span = hostSpanOf(command.image, command.region, command.rowPitch, command.slicePitch)
  const isStaged = span.bytes <= STAGED_BYTES && !isDeviceMemory(command.ptr)
  return isUneven(span) || (isStaged && hasGaps(span)) ? new ScatteredRead(span, command.ptr) : undefined
}
