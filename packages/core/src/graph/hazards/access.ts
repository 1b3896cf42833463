import { boxesOverlap, byteRange, endOf, surelyCovers, type StridedBox } from '../../model/strided-box.ts'
import type { CommandEvent } from '../command-event.ts'
import type { MemoryAccesses } from './memory-accesses.ts'

/** Bytes that one unsettled command reads or writes. There are many at a time: it holds no more than it must. */
export class Access {
  readonly event: CommandEvent
  memory: MemoryAccesses
  readonly isWrite: boolean
  readonly start: number
  /** One past the last byte. */
  readonly end: number
  /** Unless it is a single range. */
  readonly #box: StridedBox | undefined
  /** The next of the same command. */
  sibling: Access | undefined = undefined
  /** False while a later access stands for it. */
  isListed = false
  previous: Access | undefined = undefined
  /** The next in a list, or of those that one access stands for. */
  next: Access | undefined = undefined
  /** The first of the earlier accesses that this one stands for. */
  replaced: Access | undefined = undefined

  constructor(event: CommandEvent, memory: MemoryAccesses, box: StridedBox, isWrite: boolean) {
    this.event = event
    this.memory = memory
    this.isWrite = isWrite
    this.start = box.start
    this.end = endOf(box)
    this.#box = box.rows === 1 && box.slices === 1 ? undefined : box
  }

  get box(): StridedBox {
    return this.#box ?? byteRange(this.memory.memory, this.start, this.end - this.start)
  }

  /** Whether it has a byte in common with an access to the same memory, known to reach into its span. */
  overlaps(other: Access): boolean {
    return (this.#box === undefined && other.#box === undefined) || boxesOverlap(this.box, other.box)
  }

  /** Whether it surely has every byte of an access to the same memory. */
  covers(other: Access): boolean {
    if (other.start < this.start || this.end < other.end) return false
    return this.#box === undefined || surelyCovers(this.#box, other.box)
  }
}
