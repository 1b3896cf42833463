import type { ImageShape, MemFlag, SvmFlag } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { ContextPort, PortFailure, SettledListener, Submission } from '@rxcl/core/port'
import type { KnownDevice } from './devices/known-device.ts'
import { driverFailure } from './driver-failure.ts'
import type { Driver } from './driver.ts'
import { EventGraph } from './events/event-graph.ts'
import { flagBits, flagBitsOfPart } from './objects/flag-bits.ts'
import { memOf, type BufferHandle, type ImageHandle, type SubBufferHandle } from './objects/handles.ts'
import type { Holdings } from './objects/holdings.ts'
import { imageRecordOf, planeOf } from './objects/image-record.ts'
import { SharedBytes } from './objects/shared-bytes.ts'
import { openQueue } from './queues/open-queue.ts'
import type { CommandQueue } from './queues/command-queue.ts'
import type { Quirks } from './quirks/quirks.ts'

export interface ContextParts {
  readonly driver: Driver
  readonly context: number
  readonly holdings: Holdings
  readonly devices: readonly KnownDevice[]
  readonly listener: SettledListener
  /** Called when the program gives the context back. */
  readonly released: () => void
}

type Desc<Method extends 'createQueue' | 'createBuffer' | 'createSubBuffer' | 'svmAlloc'> = Parameters<
  ContextPort[Method]
>[Method extends 'createSubBuffer' ? 1 : 0]

/** One context. Its handles are those of objects/handles.ts, and a CommandQueue for a queue. */
export class NativeContext implements ContextPort {
  readonly #driver: Driver
  readonly #context: number
  readonly #holdings: Holdings
  readonly #devices: readonly KnownDevice[]
  readonly #released: () => void
  readonly #graph: EventGraph
  readonly #quirks: Quirks
  readonly #sharedBytes: SharedBytes

  constructor({ driver, context, holdings, devices, listener, released }: ContextParts) {
    this.#driver = driver
    this.#context = context
    this.#holdings = holdings
    this.#devices = devices
    this.#released = released
    const quirks = new Set(devices.flatMap((device) => [...device.quirks]))
    this.#quirks = quirks
    this.#graph = new EventGraph({ driver, holdings, quirks, listener })
    this.#sharedBytes = new SharedBytes(driver.binding)
  }

  createQueue({ device, outOfOrder, profiling }: Desc<'createQueue'>): Either<PortFailure, CommandQueue> {
    const handle = this.#devices.find(({ info }) => info === device)?.handle ?? 0
    // Callbacks that come late are only work; the ends are pursued.
    const isUnwatched = this.#quirks.has('callbacks-late')
    return openQueue({
      open: (isOutOfOrder) =>
        this.#driver.binding.createQueue(this.#context, handle, isOutOfOrder, profiling, isUnwatched),
      graph: this.#graph,
      holdings: this.#holdings,
      outOfOrder,
      profiling,
    })
  }

  createBuffer({ size, flags }: Desc<'createBuffer'>): Either<PortFailure, number> {
    const handle = this.#driver.binding.createBuffer(this.#context, flagBits(flags), size)
    return this.#hold('clCreateBuffer', handle, `${size} bytes`)
  }

  createSubBuffer(whole: unknown, desc: Desc<'createSubBuffer'>): Either<PortFailure, SubBufferHandle> {
    const { origin, size, flags } = desc
    const parent = memOf(whole as BufferHandle)
    const handle = this.#driver.binding.createSubBuffer(parent, flagBitsOfPart(flags), origin, size)
    const held = this.#hold('clCreateSubBuffer', handle, `${size} bytes from byte ${origin} on`)
    return E.isLeft(held) ? held : E.right({ mem: held.right, parent, origin })
  }

  createImage(shape: ImageShape, flags: readonly MemFlag[], behind: unknown): Either<PortFailure, ImageHandle> {
    const buffer = shape.type === '1D_BUFFER' ? (behind as BufferHandle) : undefined
    const bits = buffer === undefined ? flagBits(flags) : flagBitsOfPart(flags)
    const isPlane = shape.type === '1D_ARRAY' && this.#quirks.has('row-arrays-not-copied')
    const record = imageRecordOf(isPlane ? planeOf(shape) : shape, buffer === undefined ? 0 : memOf(buffer))
    const handle = this.#driver.binding.createImage(this.#context, bits, record)
    const { type, width, height, depth, arraySize } = shape
    const held = this.#hold(
      'clCreateImage',
      handle,
      `a ${type} image of ${width}×${height}×${depth}, array ${arraySize}`,
    )
    return E.isLeft(held) ? held : E.right({ mem: held.right, buffer, isPlane })
  }

  svmAlloc({ size, flags, alignment }: Desc<'svmAlloc'>): Either<PortFailure, number> {
    const handle = this.#driver.binding.svmAlloc(this.#context, flagBits(flags), size, alignment)
    const held = this.#hold('clSVMAlloc', handle, `${size} bytes, alignment ${alignment}`)
    if (E.isLeft(held) || !isFineGrained(flags) || this.#sharedBytes.open(held.right)) return held
    this.#holdings.release(held.right)
    return E.left(this.#sharedBytes.refusal)
  }

  svmBytes(allocation: unknown): Uint8Array {
    return this.#sharedBytes.of(allocation as number)
  }

  hostMemory(size: number): Uint8Array | undefined {
    return this.#driver.results.take(size)
  }

  createUserEvent(event: number): Either<PortFailure, void> {
    this.#graph.addUserEvent(event)
    return E.right(undefined)
  }

  setUserEventStatus(event: number, status: number): Either<PortFailure, void> {
    this.#graph.endUserEvent(event, status)
    this.#graph.work()
    return E.right(undefined)
  }

  releaseQueue(queue: unknown): void {
    ;(queue as CommandQueue).release()
  }

  releaseMem(mem: unknown): void {
    this.#holdings.release(memOf(mem as BufferHandle | ImageHandle))
  }

  svmFree(allocation: unknown): void {
    this.#sharedBytes.close(allocation as number)
    this.#holdings.release(allocation as number)
  }

  submit(batch: readonly Submission[]): void {
    for (const submission of batch) this.#graph.submit(submission)
    this.#graph.work()
  }

  eventStatus(event: number): number {
    return this.#graph.statusOf(event)
  }

  release(): void {
    this.#holdings.releaseContext()
    this.#released()
  }

  #hold(call: string, handle: number, what: string): Either<PortFailure, number> {
    if (handle < 0) return E.left(driverFailure(call, handle, what))
    this.#holdings.hold(handle)
    return E.right(handle)
  }
}

const isFineGrained = (flags: readonly SvmFlag[]): boolean => flags.includes('SVM_FINE_GRAIN_BUFFER')
