import type { ClBuffer, ClImage, MapFlag, Mapped, SvmPointer } from '../../index.ts'
import { expectBytes, expectEqual, fail } from '../expect.ts'
import { pattern } from '../pattern.ts'
import { bytesAt, putBytes, type Places } from './places.ts'

/** How the bytes of a map lie in its view; pitches in bytes. */
interface View {
  readonly at: readonly number[]
  readonly size: number
}

interface MappingFacts {
  readonly resource: ClBuffer | ClImage | SvmPointer
  readonly flags: readonly MapFlag[]
  /** The mapped bytes. */
  readonly places: Places
  /** Memory of the program's own that the map shows them in. */
  readonly own: readonly Places[]
  readonly viewOf: (pitches: { readonly rowPitch: number; readonly slicePitch: number }) => View
}

/** A map of the device's memory beside what the oracle says of it. */
export class Mapping {
  readonly facts: MappingFacts
  /** What the device gave, once the map is enqueued. */
  mapped: Mapped | undefined = undefined
  /** Ends when the map is complete. */
  done: Promise<unknown> = Promise.resolve()
  /** What the host has in its view. */
  #values: Uint8Array = new Uint8Array(0)
  #isFilled = false

  constructor(facts: MappingFacts) {
    this.facts = facts
  }

  get isForWriting(): boolean {
    const { flags } = this.facts
    return flags.includes('WRITE') || flags.includes('WRITE_INVALIDATE_REGION')
  }

  /** Whether the view shows the bytes; without that it may show anything. */
  get isFilled(): boolean {
    return this.#isFilled
  }

  /** The map runs: the view shows what the memory holds, if that was asked for. */
  begin(): void {
    const { flags, places } = this.facts
    this.#isFilled = flags.includes('READ') || flags.includes('WRITE')
    this.#values = bytesAt(places)
  }

  /** The unmap runs. */
  end(): void {
    if (this.isForWriting) putBytes(this.facts.places, this.#values)
  }

  /** The host looks at the view when the map is complete, and writes there if the map is for that. */
  async touch(what: string, seed: number): Promise<void> {
    await this.done
    const mapped = this.mapped ?? fail(`${what}: the map gave nothing`)
    expectEqual(`${what}: is mapped`, mapped.isMapped, true)
    const { at, size } = this.facts.viewOf(mapped)
    const { bytes } = mapped
    expectEqual(`${what}: bytes of the view`, bytes.length, size)
    if (this.#isFilled)
      expectBytes(
        what,
        Uint8Array.from(at, (place) => bytes[place] ?? 0),
        this.#values,
      )
    if (!this.isForWriting) return
    const written = pattern(at.length, seed)
    this.#values = this.#values.map((value, index) =>
      this.#isFilled && ((written[index] ?? 0) & 3) === 0 ? value : (written[index] ?? 0),
    )
    for (const [index, place] of at.entries()) bytes[place] = this.#values[index] ?? 0
    this.#isFilled = true
  }
}
