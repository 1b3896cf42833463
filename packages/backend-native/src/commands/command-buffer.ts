import type { Binding } from '../binding/binding.ts'
import { END_WORDS, IN_PLACE } from '../binding/words.ts'
import { isDeviceMemory } from '../objects/device-memory.ts'

/** Words at the beginning: some 4,000 copies. */
const SMALLEST = 65_536
/** The words of the longest command without its wait list, and without what `begin` is told of. */
const LONGEST = 20
/** Ends that one `drain` brings at most. */
const ENDS = 1024

/** The registered arrays: commands are packed here and handed to the driver together; ends are read here. */
export class CommandBuffer {
  readonly #binding: Binding
  readonly #ends = new Float64Array(ENDS * END_WORDS)
  readonly #stamps = new BigUint64Array(this.#ends.buffer)
  #words = new Float64Array(SMALLEST)
  #length = 0
  #host: Uint8Array[] = []

  constructor(binding: Binding) {
    this.#binding = binding
    binding.register(this.#words, this.#ends)
  }

  get ends(): Float64Array {
    return this.#ends
  }

  /** The same memory as `ends`: a stamp is a whole 64-bit number. */
  get stamps(): BigUint64Array {
    return this.#stamps
  }

  /** Starts a command that waits for `waits` in the driver and has a list of so many words. */
  begin(op: number, queue: number, slot: number, waits: readonly number[], listed = 0): void {
    const needed = LONGEST + waits.length + listed
    if (this.#length + needed > this.#words.length) this.#makeRoom(needed)
    this.put(op)
    this.put(queue)
    this.put(slot)
    this.put(waits.length)
    for (const wait of waits) this.put(wait)
  }

  put(word: number): void {
    this.#words[this.#length] = word
    this.#length += 1
  }

  /** Host memory of the command; the driver's side keeps it until the command has settled. */
  putHost(bytes: Uint8Array): void {
    this.put(isDeviceMemory(bytes) ? this.#host.length + IN_PLACE : this.#host.length)
    this.#host.push(bytes)
  }

  put3(triple: readonly [number, number, number]): void {
    this.put(triple[0])
    this.put(triple[1])
    this.put(triple[2])
  }

  /** Hands over what has been packed. */
  flush(): void {
    if (this.#length === 0) return
    const words = this.#length
    const host = this.#host
    this.#length = 0
    this.#host = []
    this.#binding.submit(words, host)
  }

  #makeRoom(needed: number): void {
    this.flush()
    if (needed <= this.#words.length) return
    this.#words = new Float64Array(2 ** Math.ceil(Math.log2(needed)))
    this.#binding.register(this.#words, this.#ends)
  }
}
