import type { Binding } from '../../src/binding/binding.ts'
import { END_WORDS } from '../../src/binding/words.ts'
import type { Driver } from '../driver.ts'

export interface End {
  readonly slot: number
  readonly status: number
  readonly stamps: readonly bigint[]
}

export interface RigOptions {
  readonly outOfOrder?: boolean
  readonly profiling?: boolean
  readonly unwatched?: boolean
  /** How many ends one `drain` can answer. */
  readonly endsAtOnce?: number
}

/** A positive number, or an error with the status. */
export const made = (handle: number): number => {
  if (handle <= 0) throw new Error(`status ${handle}`)
  return handle
}

const READ_WRITE = 1

/** A context with one queue, and the ends of what was submitted. */
export class Rig {
  readonly binding: Binding
  readonly context: number
  readonly queue: number
  /** How often the listener was called. */
  wakes = 0
  readonly #objects: number[] = []
  readonly #words = new Float64Array(1 << 18)
  readonly #ends: Float64Array
  readonly #stamps: BigUint64Array
  readonly #arrived: End[] = []
  #waiting: { readonly count: number; readonly resolve: () => void } | undefined

  constructor(
    { binding, device }: Driver,
    { outOfOrder = false, profiling = false, unwatched = false, endsAtOnce = 256 }: RigOptions = {},
  ) {
    this.binding = binding
    this.context = this.keep(binding.createContext([device.handle]))
    this.queue = this.keep(binding.createQueue(this.context, device.handle, outOfOrder, profiling, unwatched))
    this.#ends = new Float64Array(endsAtOnce * END_WORDS)
    this.#stamps = new BigUint64Array(this.#ends.buffer)
    binding.register(this.#words, this.#ends)
    binding.onEnds(() => {
      this.wakes += 1
      this.drain()
    })
  }

  /** Checks a new object and releases it with the rig. */
  keep(handle: number): number {
    this.#objects.push(made(handle))
    return handle
  }

  buffer(size: number): number {
    return this.keep(this.binding.createBuffer(this.context, READ_WRITE, size))
  }

  svm(size: number, flags = READ_WRITE): number {
    return this.keep(this.binding.svmAlloc(this.context, flags, size, 0))
  }

  image(desc: Partial<Parameters<Binding['createImage']>[2]> & { readonly imageType: number }): number {
    const RGBA = 0x10b5
    const UNSIGNED_INT8 = 0x10da
    const format = { channelOrder: RGBA, channelDataType: UNSIGNED_INT8 }
    const extent = { width: 1, height: 0, depth: 0, arraySize: 0, buffer: 0, rowPitch: 0, slicePitch: 0 }
    return this.keep(this.binding.createImage(this.context, READ_WRITE, { ...format, ...extent, ...desc }))
  }

  submit(commands: readonly (readonly number[])[], host: readonly Uint8Array[] = []): void {
    const words = commands.flat()
    this.#words.set(words)
    this.binding.submit(words.length, host)
  }

  /** Stays in this turn, so that nothing is drained, until the driver has run a command. */
  untilRun(slot: number): void {
    while (this.binding.eventStatus(slot) > 0);
  }

  drain(): void {
    for (let count = this.binding.drain(); count > 0; count = this.binding.drain()) {
      for (let at = 0; at < count * END_WORDS; at += END_WORDS) {
        const [slot = Number.NaN, status = Number.NaN] = this.#ends.subarray(at, at + 2)
        this.#arrived.push({ slot, status, stamps: [...this.#stamps.subarray(at + 2, at + END_WORDS)] })
      }
    }
    if (this.#waiting !== undefined && this.#arrived.length >= this.#waiting.count) this.#waiting.resolve()
  }

  /** The next ends, in the order of their arrival. */
  async ends(count: number): Promise<readonly End[]> {
    if (this.#arrived.length < count) {
      await new Promise<void>((resolve) => {
        this.#waiting = { count, resolve }
      })
    }
    this.#waiting = undefined
    return this.#arrived.splice(0, count)
  }

  /** Submits and answers the statuses by slot, which are the commands' positions. */
  async run(commands: readonly (readonly number[])[], host: readonly Uint8Array[] = []): Promise<readonly number[]> {
    this.submit(commands, host)
    const ends = await this.ends(commands.length)
    return ends.toSorted((a, b) => a.slot - b.slot).map(({ status }) => status)
  }

  release(): void {
    for (const handle of this.#objects.toReversed()) this.binding.release(handle)
  }
}

/** Bytes that differ from their neighbours and from those of another seed. */
export const bytesOf = (length: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) * 7 + seed * 101) & 255)
