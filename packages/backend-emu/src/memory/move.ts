import { STATUS } from '../status.ts'
import { rowCopyOf } from './row-copy.ts'

const NOTHING = new Uint8Array(0)

/** Up to here a loop over the bytes is cheaper than the view that `set` needs. Measured on Node 20. */
const SHORT = 16

/** Rows of more bytes take so long that the cost of a call for each does not show. Measured on Node 20. */
const LONG_ROW = 16 * 1024

/**
 * A fill writes its pattern so often by doubling; the rest is copied from there, out of a cache near by. Measured on
 * Node 20.
 */
const TILE = 128 * 1024

/** A move's answer when an array no longer has the bytes it had: detached, or its buffer shrunk. */
export const LOST = STATUS.CL_OUT_OF_HOST_MEMORY

/**
 * The one place that touches bytes: a box of `slices` × `rows` × `rowBytes` bytes goes from one array to another,
 * each side with its own pitches, or is filled with a pattern. One Move is loaded again and again, so that a command costs
 * no object. The two sides do not overlap.
 */
export class Move {
  #src: Uint8Array = NOTHING
  #srcOffset = 0
  #srcRowPitch = 0
  #srcSlicePitch = 0
  #srcEnd = 0
  #dst: Uint8Array = NOTHING
  #dstOffset = 0
  #dstRowPitch = 0
  #dstSlicePitch = 0
  #dstEnd = 0
  /** What fills the rows of the destination; without it they come from the source. */
  #pattern: Uint8Array | undefined = undefined
  /** The status that the first step answers, or 0. */
  #refusal = 0
  #rowBytes = 0
  #rows = 0
  #slices = 0
  /** How far the move has come. */
  #column = 0
  #row = 0
  #slice = 0

  get isFinished(): boolean {
    return this.#slice >= this.#slices
  }

  from(src: Uint8Array, offset: number, rowPitch: number, slicePitch: number): void {
    this.#src = src
    this.#srcOffset = offset
    this.#srcRowPitch = rowPitch
    this.#srcSlicePitch = slicePitch
    this.#pattern = undefined
    this.#refusal = 0
  }

  to(dst: Uint8Array, offset: number, rowPitch: number, slicePitch: number): void {
    this.#dst = dst
    this.#dstOffset = offset
    this.#dstRowPitch = rowPitch
    this.#dstSlicePitch = slicePitch
  }

  /** In place of `from`, after `to`: each row begins with `pattern`, and is a multiple of its length. */
  fill(pattern: Uint8Array): void {
    this.from(this.#dst, this.#dstOffset, this.#dstRowPitch, this.#dstSlicePitch)
    this.#pattern = pattern
  }

  /** The size of the box; call after the others. */
  extent(rowBytes: number, rows: number, slices: number): void {
    this.#srcEnd = this.#srcOffset + (slices - 1) * this.#srcSlicePitch + (rows - 1) * this.#srcRowPitch + rowBytes
    this.#dstEnd = this.#dstOffset + (slices - 1) * this.#dstSlicePitch + (rows - 1) * this.#dstRowPitch + rowBytes
    this.#column = 0
    this.#row = 0
    this.#slice = 0
    this.#rowBytes = rowBytes
    this.#rows = rows
    this.#slices = slices
    if (rowBytes === 0) this.clear()
    // Twice: rows without a gap become one row per slice, then slices without a gap become one row.
    this.#merge()
    this.#merge()
  }

  /** Nothing to move, and nothing held. */
  clear(): void {
    this.#src = NOTHING
    this.#dst = NOTHING
    this.#pattern = undefined
    this.#refusal = 0
    this.#rowBytes = 0
    this.#rows = 1
    this.#slices = 0
    this.#slice = 0
  }

  /** Nothing to move, and one step, which answers the negative `status`. */
  refuse(status: number): void {
    this.clear()
    this.#refusal = status
    this.#slices = 1
  }

  /** Moves up to `limit` bytes (at least 1) further. Answers how many, or a negative status such as LOST. */
  step(limit: number): number {
    if (this.#refusal !== 0) return this.#refusal
    const src = this.#src
    const dst = this.#dst
    // Host arrays may change hands while the command waits, and between two steps.
    if (src.length < this.#srcEnd || dst.length < this.#dstEnd) return LOST
    let moved = 0
    while (this.#slice < this.#slices && moved < limit) {
      if (this.#column > 0 || this.#rowBytes > limit - moved) moved += this.#stepInRow(limit - moved)
      else moved += this.#stepRows(Math.floor((limit - moved) / this.#rowBytes))
    }
    return moved
  }

  /** Part of a row that is too long for one step. */
  #stepInRow(limit: number): number {
    const length = Math.min(this.#rowBytes - this.#column, limit)
    const from = this.#srcOffset + this.#slice * this.#srcSlicePitch + this.#row * this.#srcRowPitch + this.#column
    const to = this.#dstOffset + this.#slice * this.#dstSlicePitch + this.#row * this.#dstRowPitch + this.#column
    if (this.#pattern === undefined) moveRow(this.#src, from, this.#dst, to, length)
    else fillRow(this.#dst, to, length, this.#pattern, this.#column)
    this.#column += length
    if (this.#column === this.#rowBytes) {
      this.#column = 0
      this.#advance(1)
    }
    return length
  }

  /** Whole rows, at most `limit`, of one slice. */
  #stepRows(limit: number): number {
    const count = Math.min(this.#rows - this.#row, limit)
    const from = this.#srcOffset + this.#slice * this.#srcSlicePitch + this.#row * this.#srcRowPitch
    const to = this.#dstOffset + this.#slice * this.#dstSlicePitch + this.#row * this.#dstRowPitch
    if (this.#pattern === undefined) this.#copyRows(from, this.#srcRowPitch, to, count)
    else this.#fillRows(this.#pattern, to, count)
    this.#advance(count)
    return count * this.#rowBytes
  }

  #copyRows(from: number, srcRowPitch: number, to: number, count: number): void {
    const src = this.#src
    const dst = this.#dst
    const rowBytes = this.#rowBytes
    const dstRowPitch = this.#dstRowPitch
    const copyRows = count > 1 && src === dst && rowBytes <= LONG_ROW ? rowCopyOf(dst) : undefined
    if (copyRows !== undefined) copyRows(to, from, rowBytes, count, dstRowPitch, srcRowPitch)
    else for (let i = 0; i < count; i += 1) moveRow(src, from + i * srcRowPitch, dst, to + i * dstRowPitch, rowBytes)
  }

  #fillRows(pattern: Uint8Array, to: number, count: number): void {
    const dst = this.#dst
    const pitch = this.#dstRowPitch
    const rowBytes = this.#rowBytes
    // Shorter rows are all copies of the first, which stays in a cache.
    const filled = rowBytes <= TILE ? 1 : count
    for (let i = 0; i < filled; i += 1) fillRow(dst, to + i * pitch, rowBytes, pattern, 0)
    if (filled < count) this.#copyRows(to, 0, to + filled * pitch, count - filled)
  }

  #advance(rows: number): void {
    this.#row += rows
    if (this.#row < this.#rows) return
    this.#row = 0
    this.#slice += 1
  }

  #merge(): void {
    const rows = this.#rows
    const tight = this.#srcRowPitch === this.#rowBytes && this.#dstRowPitch === this.#rowBytes
    if ((rows !== 1 && !tight) || this.#slices === 0) return
    this.#rowBytes *= rows
    this.#rows = this.#slices
    this.#slices = 1
    this.#srcRowPitch = this.#srcSlicePitch
    this.#dstRowPitch = this.#dstSlicePitch
  }
}

const moveRow = (src: Uint8Array, from: number, dst: Uint8Array, to: number, length: number): void => {
  if (length <= SHORT) for (let i = 0; i < length; i += 1) dst[to + i] = src[from + i] as number
  else if (src === dst) dst.copyWithin(to, from, from + length)
  else dst.set(new Uint8Array(src.buffer, src.byteOffset + from, length), to)
}

/** Fills `length` bytes from `start` on with `pattern`, repeated, beginning at its byte `phase` modulo its length. */
const fillRow = (dst: Uint8Array, start: number, length: number, pattern: Uint8Array, phase: number): void => {
  const period = pattern.length
  const end = start + length
  if (length > SHORT && isUniform(pattern)) {
    dst.fill(pattern[0] as number, start, end)
    return
  }
  const first = Math.min(length, Math.max(period, SHORT))
  for (let i = 0; i < first; i += 1) dst[start + i] = pattern[(phase + i) % period] as number
  if (first === length) return
  // Whole periods, so that what follows a copy goes on where the pattern does.
  const tile = Math.max(period, TILE - (TILE % period))
  let done = first - (first % period)
  while (done < length && done < tile) {
    const next = Math.min(done, tile - done, length - done)
    dst.copyWithin(start + done, start, start + next)
    done += next
  }
  for (let at = start + tile; at < end; at += tile) dst.copyWithin(at, start, start + Math.min(tile, end - at))
}

const isUniform = (pattern: Uint8Array): boolean => {
  for (let i = 1; i < pattern.length; i += 1) if (pattern[i] !== pattern[0]) return false
  return true
}

/** Zeroes the bytes from `start` up to `end`; nothing where that is no range. */
export const clearBytes = (bytes: Uint8Array, start: number, end: number): void => {
  if (start < end) bytes.fill(0, start, end)
}
