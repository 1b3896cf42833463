import type { ImageShape, MemFlag, SvmFlag } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type {
  ContextPort,
  ImageStorage,
  MappedMemory,
  MappingRef,
  PortFailure,
  SettledListener,
  Submission,
} from '@rxcl/core/port'
import type { KnownDevice } from './devices/known-device.ts'
import { driverFailure } from './driver-failure.ts'
import type { Driver } from './driver.ts'
import { EventGraph } from './events/event-graph.ts'
import { flagBits, flagBitsOfPart } from './objects/flag-bits.ts'
import { hostOf, memOf, type BufferHandle, type BufferRecord, type ImageHandle } from './objects/handles.ts'
import type { Holdings } from './objects/holdings.ts'
import { imageRecordOf, planeOf } from './objects/image-record.ts'
import { copied, needsMirror } from './objects/needs-mirror.ts'
import { mappedViewOf } from './objects/mapped-view.ts'
import { mappingOf, NativeMapping } from './objects/native-mapping.ts'
import { sharedHost } from './objects/shared-host.ts'
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

  createBuffer({ size, flags, hostPtr }: Desc<'createBuffer'>): Either<PortFailure, BufferHandle> {
    const given = hostPtr?.subarray(0, size)
    const host = sharedHost(flags, given)
    const handle = this.#driver.binding.createBuffer(this.#context, flagBits(flags), size, given)
    const held = this.#hold('clCreateBuffer', handle, `${size} bytes`)
    return E.isLeft(held) || host === undefined ? held : E.right({ mem: held.right, parent: 0, origin: 0, host })
  }

  createSubBuffer(whole: unknown, desc: Desc<'createSubBuffer'>): Either<PortFailure, BufferRecord> {
    const { origin, size, flags } = desc
    const parent = memOf(whole as BufferHandle)
    const handle = this.#driver.binding.createSubBuffer(parent, flagBitsOfPart(flags), origin, size)
    const held = this.#hold('clCreateSubBuffer', handle, `${size} bytes from byte ${origin} on`)
    if (E.isLeft(held)) return held
    const host = hostOf(whole as BufferHandle)?.subarray(origin, origin + size)
    return E.right({ mem: held.right, parent, origin, host })
  }

  createImage(shape: ImageShape, flags: readonly MemFlag[], storage: ImageStorage): Either<PortFailure, ImageHandle> {
    const buffer = storage.buffer as BufferHandle | undefined
    const isMirror = needsMirror(shape, flags, storage, this.#quirks)
    const bits = buffer === undefined ? flagBits(isMirror ? copied(flags) : flags) : flagBitsOfPart(flags)
    const isPlane = shape.type === '1D_ARRAY' && this.#quirks.has('row-arrays-not-copied')
    const record = imageRecordOf(isPlane ? planeOf(shape) : shape, {
      buffer: buffer === undefined ? 0 : memOf(buffer),
      // The images of a 1D array are lines to some drivers, and slices to others.
      rowPitch: shape.type === '1D_ARRAY' ? storage.slicePitch : storage.rowPitch,
      slicePitch: storage.slicePitch,
    })
    const host = buffer === undefined ? sharedHost(flags, storage.hostPtr) : hostOf(buffer)
    const handle = this.#driver.binding.createImage(this.#context, bits, record, storage.hostPtr)
    const { type, format, width, height, depth, arraySize } = shape
    const held = this.#hold(
      'clCreateImage',
      handle,
      `a ${type} image of ${width}×${height}×${depth}, array ${arraySize}`,
    )
    if (E.isLeft(held)) return held
    const { rowPitch, slicePitch } = storage
    const pixels = host === undefined ? undefined : { bytes: host, rowPitch, slicePitch, isMirror }
    return E.right({ mem: held.right, format, buffer, host: pixels, isPlane })
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

  mappedMemory(mapping: MappingRef): MappedMemory {
    return mappingOf(mapping).memory()
  }

  releaseMapping(mapping: MappingRef): void {
    ;(mapping.handle as NativeMapping | undefined)?.release()
  }

  submit(batch: readonly Submission[]): void {
    for (const submission of batch) {
      this.#takeMapping(submission)
      this.#graph.submit(submission)
    }
    this.#graph.work()
  }

  eventStatus(event: number): number {
    return this.#graph.statusOf(event)
  }

  release(): void {
    this.#holdings.releaseContext()
    this.#released()
  }

  #takeMapping({ command, event }: Submission): void {
    if (command._tag === 'MapBuffer' || command._tag === 'MapImage' || command._tag === 'SvmMap') {
      const view = mappedViewOf(command, this.#sharedBytes)
      command.mapping.handle = new NativeMapping(this.#driver.binding, this.#holdings, event, view)
    } else if (command._tag === 'UnmapMemObject' || command._tag === 'SvmUnmap')
      (command.mapping.handle as NativeMapping | undefined)?.detach()
  }

  #hold(call: string, handle: number, what: string): Either<PortFailure, number> {
    if (handle < 0) return E.left(driverFailure(call, handle, what))
    this.#holdings.hold(handle)
    return E.right(handle)
  }
}

const isFineGrained = (flags: readonly SvmFlag[]): boolean => flags.includes('SVM_FINE_GRAIN_BUFFER')
