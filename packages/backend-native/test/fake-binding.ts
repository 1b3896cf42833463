import type {
  Binding,
  DeviceRecord,
  ImageRecord,
  LiveCounts,
  MappedRecord,
  PlatformRecord,
} from '../src/binding/binding.ts'
import { END_WORDS } from '../src/binding/words.ts'
import { readCommands, waitsForQueue, type Flight } from './support/flight.ts'
import type { FakeOptions } from './support/fake-options.ts'
import { liveCounts, type Kind } from './support/live-counts.ts'
import { SOUND, DEVICE } from './support/records.ts'

export type { FakeOptions } from './support/fake-options.ts'

/** A driver that does what the test says. It keeps books of every object, and notes what a real one may crash on. */
export class FakeBinding implements Binding {
  readonly options: FakeOptions
  /** What must never happen: a stale handle, a slot used twice, a wait for a free slot. */
  readonly faults: string[] = []
  readonly objects = new Map<number, Kind>()
  /** Every object that was ever made. */
  readonly made: Kind[] = []
  /** Every command that was ever taken, in order. */
  readonly taken: Flight[] = []
  readonly flying = new Map<number, Flight>()
  readonly abandoned: number[] = []
  /** The sizes of the results that memory was asked for. */
  readonly lent: number[] = []
  /** The next calls that make a queue answer these. */
  readonly queueAnswers: number[] = []
  sweeps = 0
  peeks = 0
  formatQueries = 0
  #handle = 100
  #commands: Float64Array = new Float64Array(0)
  #ends: Float64Array = new Float64Array(0)
  #listener: () => void = () => {}
  readonly #last = new Map<number, Flight>()
  readonly #due: { readonly slot: number; readonly status: number; readonly stamps: readonly bigint[] }[] = []
  #unseen: { readonly slot: number; readonly status: number }[] = []

  constructor(options: FakeOptions = {}) {
    this.options = options
  }

  open(): string | undefined {
    return this.options.open
  }

  platforms(): number | readonly PlatformRecord[] {
    return this.options.platforms ?? [SOUND]
  }

  devices(platform: number): number | readonly DeviceRecord[] {
    return this.options.devices?.(platform) ?? [DEVICE]
  }

  subDevices(device: number, units: number): number | readonly DeviceRecord[] {
    return this.options.subDevices?.(device, units) ?? -59
  }

  createContext(): number {
    return this.#make('context')
  }

  imageFormats(): number | Uint32Array {
    this.formatQueries += 1
    return this.options.imageFormats ?? Uint32Array.of(4277, 4306)
  }

  createQueue(context: number, _device: number, outOfOrder: boolean): number {
    this.#expect('createQueue', context, 'context')
    const answer = this.queueAnswers.shift() ?? 0
    if (answer < 0) return answer
    const queue = this.#make('queue')
    if (outOfOrder) this.outOfOrder.add(queue)
    return queue
  }

  readonly outOfOrder = new Set<number>()

  createBuffer(context: number, flags: number, _size: number, host?: Uint8Array): number {
    this.#expect('createBuffer', context, 'context')
    this.created.push({ flags, host })
    return this.#make('buffer')
  }

  /** What buffers and images were made with. */
  readonly created: {
    readonly flags: number
    readonly host: Uint8Array | undefined
    readonly record?: ImageRecord
  }[] = []

  createSubBuffer(parent: number): number {
    this.#expect('createSubBuffer', parent, 'buffer')
    return this.#make('sub-buffer')
  }

  createImage(context: number, flags: number, record: ImageRecord, host?: Uint8Array): number {
    this.#expect('createImage', context, 'context')
    this.created.push({ flags, host, record })
    return this.#make('image')
  }

  svmAlloc(context: number): number {
    this.#expect('svmAlloc', context, 'context')
    return this.#make('svm')
  }

  svmBytes(svm: number): ArrayBuffer | undefined {
    this.#expect('svmBytes', svm, 'svm')
    return this.options.hasExternalBuffers === false ? undefined : new ArrayBuffer(16)
  }

  /** The mappings whose memory the program may see. */
  readonly shown = new Map<number, ArrayBuffer>()
  /** What they are full of. */
  filling = 0

  createMapping(): number {
    return this.options.hasNoMappings === true ? -6 : this.#make('mapping')
  }

  mappedMemory(mapping: number): MappedRecord | undefined {
    this.#expect('mappedMemory', mapping, 'mapping')
    if (this.options.hasExternalBuffers === false) return undefined
    const bytes = this.shown.get(mapping) ?? new Uint8Array(16).fill(this.filling).buffer
    this.shown.set(mapping, bytes)
    return { bytes, ...(this.options.pitches ?? { rowPitch: 0, slicePitch: 0 }) }
  }

  detachMapping(mapping: number): void {
    this.#expect('detachMapping', mapping, 'mapping')
    this.shown.delete(mapping)
  }

  hostMemory(size: number): ArrayBuffer | undefined {
    this.lent.push(size)
    return this.options.hasExternalBuffers === false ? undefined : new ArrayBuffer(size)
  }

  release(handle: number): void {
    for (const { name, operands, queue } of this.flying.values())
      if ((operands.includes(handle) && !this.#isMapping(handle)) || queue === handle)
        this.faults.push(`${name} is in flight with ${handle}`)
    this.shown.delete(handle)
    if (!this.objects.delete(handle)) this.faults.push(`release of ${handle}, which is not there`)
  }

  /** The addon keeps it until its commands have been drained. */
  #isMapping(handle: number): boolean {
    return this.objects.get(handle) === 'mapping'
  }

  register(commands: Float64Array, ends: Float64Array): void {
    this.#commands = commands
    this.#ends = ends
  }

  submit(words: number, host: readonly Uint8Array[]): void {
    for (const flight of readCommands(this.#commands.subarray(0, words), host)) {
      if (this.flying.has(flight.slot)) this.faults.push(`slot ${flight.slot} is taken twice`)
      for (const wait of flight.waits) if (!this.flying.has(wait)) this.faults.push(`a wait for the free slot ${wait}`)
      if (waitsForQueue(flight) && this.outOfOrder.has(flight.queue))
        this.faults.push(`${flight.name} waits for a whole out-of-order queue`)
      this.#expect(flight.name, flight.queue, 'queue')
      for (const operand of flight.operands)
        if (!this.objects.has(operand)) this.faults.push(`${flight.name} with ${operand}, which is not there`)
      flight.prerequisites.push(...this.#prerequisitesOf(flight))
      this.flying.set(flight.slot, flight)
      this.#last.set(flight.queue, flight)
      this.taken.push(flight)
    }
  }

  drain(): number {
    const room = this.#ends.length / END_WORDS
    const batch = this.#due.splice(0, room)
    const stamps = new BigUint64Array(this.#ends.buffer)
    for (const [at, end] of batch.entries()) {
      this.#ends[at * END_WORDS] = end.slot
      this.#ends[at * END_WORDS + 1] = end.status
      for (const [i, stamp] of end.stamps.entries()) stamps[at * END_WORDS + 2 + i] = stamp
      this.flying.delete(end.slot)
    }
    return batch.length
  }

  sweep(): void {
    this.sweeps += 1
    this.#due.push(...this.#unseen.map((end) => ({ ...end, stamps: [] })))
    this.#unseen = []
  }

  peek(_most: number): void {
    this.peeks += 1
    this.#due.push(...this.#unseen.map((end) => ({ ...end, stamps: [] })))
    this.#unseen = []
  }

  abandon(slot: number): void {
    if (!this.flying.has(slot)) this.faults.push(`abandon of the free slot ${slot}`)
    this.abandoned.push(slot)
  }

  onEnds(listener: () => void): void {
    this.#listener = listener
  }

  eventStatus(slot: number): number {
    return this.flying.has(slot) ? 2 : 0
  }

  live(): LiveCounts {
    return liveCounts([...this.objects.values()], this.flying.size)
  }

  /** Ends a command; the program hears of it with `announce`. */
  end(flight: Flight, status = 0, stamps: readonly bigint[] = []): void {
    if (flight.hasEnded) throw new Error(`${flight.name} in slot ${flight.slot} has ended before`)
    flight.hasEnded = true
    flight.status = status
    if (status < 0 && this.options.isForgetful === true) this.#unseen.push({ slot: flight.slot, status })
    else this.#due.push({ slot: flight.slot, status, stamps })
  }

  announce(): void {
    this.#listener()
  }

  #prerequisitesOf({ queue, waits }: Flight): readonly Flight[] {
    const named = waits.map((wait) => this.flying.get(wait)).filter((flight) => flight !== undefined)
    const previous = this.outOfOrder.has(queue) ? undefined : this.#last.get(queue)
    return previous === undefined ? named : [...named, previous]
  }

  #make(kind: Kind): number {
    this.#handle += 1
    this.objects.set(this.#handle, kind)
    this.made.push(kind)
    return this.#handle
  }

  #expect(call: string, handle: number, kind: Kind): void {
    if (this.objects.get(handle) !== kind) this.faults.push(`${call} with ${handle}, which is no ${kind}`)
  }
}
