import { clearBytes } from './move.ts'

interface Gap {
  readonly start: number
  readonly end: number
}

/**
 * One array that blocks are cut from. Blocks share stores because a copy within one array costs less per row than
 * a copy between two, which needs a view for each row.
 */
export class Store {
  readonly bytes: Uint8Array
  /** What no block has, in order; no two of them touch. */
  readonly #gaps: Gap[]
  /** From here on no block has ever been: the host's zeros are still there. */
  #untouched = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#gaps = [{ start: 0, end: bytes.length }]
  }

  get isUnused(): boolean {
    const [gap] = this.#gaps
    return gap !== undefined && gap.start === 0 && gap.end === this.bytes.length
  }

  /** Where `size` zeroed bytes are from now on a block's, or undefined where no gap has room for them. */
  take(size: number, alignment: number): number | undefined {
    const aligned = ({ start }: Gap): number => Math.ceil(start / alignment) * alignment
    const index = this.#gaps.findIndex((gap) => aligned(gap) + size <= gap.end)
    const gap = this.#gaps[index]
    if (gap === undefined) return undefined
    const start = aligned(gap)
    const rest = [
      { start: gap.start, end: start },
      { start: start + size, end: gap.end },
    ]
    this.#gaps.splice(index, 1, ...rest.filter((part) => part.start < part.end))
    clearBytes(this.bytes, start, Math.min(start + size, this.#untouched))
    this.#untouched = Math.max(this.#untouched, start + size)
    return start
  }

  /** A block's bytes are free again. */
  give(start: number, size: number): void {
    const after = this.#gaps.findIndex((gap) => gap.start > start)
    const index = after === -1 ? this.#gaps.length : after
    const before = this.#gaps[index - 1]
    const next = this.#gaps[index]
    const joinsBefore = before !== undefined && before.end === start
    const joinsNext = next !== undefined && next.start === start + size
    const gap = { start: joinsBefore ? before.start : start, end: joinsNext ? next.end : start + size }
    this.#gaps.splice(joinsBefore ? index - 1 : index, Number(joinsBefore) + Number(joinsNext), gap)
  }
}
