import { elementSize, type ImageShape, type MemFlag } from '@rxcl/core'
import type {
  BufferRef,
  ContextPort,
  ImageRef,
  ImageStorage,
  MappingRef,
  PortCommand,
  Settled,
  SvmRef,
} from '@rxcl/core/port'
import { nativeOver } from '../../src/native-over.ts'
import { FakeBinding, type FakeOptions } from '../fake-binding.ts'
import type { Flight } from './flight.ts'
import { right } from './right.ts'

/** One context over a played driver, with short ways to make objects and submit commands. */
export class Session {
  readonly driver: FakeBinding
  readonly port: ContextPort
  /** What the listener was told. */
  readonly settled: Settled[] = []
  readonly device: Parameters<ContextPort['createQueue']>[0]['device']
  #event = 0

  constructor(options: FakeOptions = {}) {
    this.driver = new FakeBinding(options)
    const backend = right(nativeOver(this.driver))
    const devices = right(backend.devices())
    this.device = devices[0] as (typeof devices)[0]
    this.port = right(backend.openContext(devices.slice(0, 1), (batch) => this.settled.push(...batch)))
  }

  queue({ outOfOrder = false, profiling = false } = {}): unknown {
    return right(this.port.createQueue({ device: this.device, outOfOrder, profiling }))
  }

  /** Of 64 bytes; with `hostPtr` over them. */
  buffer(hostPtr?: Uint8Array): BufferRef {
    const flags: readonly MemFlag[] = hostPtr === undefined ? [] : ['USE_HOST_PTR']
    return { _tag: 'Buffer', handle: right(this.port.createBuffer({ size: 64, flags, hostPtr })) }
  }

  subBuffer(parent: BufferRef, origin: number, size: number): BufferRef {
    return { _tag: 'Buffer', handle: right(this.port.createSubBuffer(parent.handle, { origin, size, flags: [] })) }
  }

  /** With memory of its own unless told otherwise. */
  image(shape: ImageShape, storage: Partial<ImageStorage> = {}, flags: readonly MemFlag[] = []): ImageRef {
    const all = { buffer: undefined, hostPtr: undefined, rowPitch: 0, slicePitch: 0, ...storage }
    const handle = right(this.port.createImage(shape, flags, all))
    return { _tag: 'Image', handle, type: shape.type, elementSize: elementSize(shape.format) }
  }

  /** The pixels of a buffer. */
  bufferImage(shape: ImageShape, { handle }: BufferRef): ImageRef {
    return this.image(shape, { buffer: handle, rowPitch: shape.width * elementSize(shape.format) })
  }

  svm(flags: readonly 'SVM_FINE_GRAIN_BUFFER'[] = []): SvmRef['allocation'] {
    return { handle: right(this.port.svmAlloc({ size: 64, flags, alignment: 0 })) }
  }

  /** A map of 16 bytes from byte 8 of a buffer on. */
  map(queue: unknown, buffer: BufferRef, mapping: MappingRef, waits: readonly number[] = []): number {
    const command = { _tag: 'MapBuffer', buffer, mapFlags: ['READ', 'WRITE'], offset: 8, size: 16, mapping } as const
    return this.submit(queue, command, waits)
  }

  unmap(queue: unknown, memobj: BufferRef, mapping: MappingRef, waits: readonly number[] = []): number {
    return this.submit(queue, { _tag: 'UnmapMemObject', memobj, mapping }, waits)
  }

  userEvent(): number {
    this.#event += 1
    right(this.port.createUserEvent(this.#event))
    return this.#event
  }

  submit(queue: unknown, command: PortCommand, waits: readonly number[] = [], failedWait = 0): number {
    this.#event += 1
    this.port.submit([{ event: this.#event, queue, command, waits, failedWait }])
    return this.#event
  }

  /** A copy between two new buffers. */
  copy(queue: unknown, waits: readonly number[] = [], failedWait = 0): number {
    return this.submit(queue, copyOf(this.buffer(), this.buffer()), waits, failedWait)
  }

  /** What the driver has not ended, in the order in which it came. */
  get flying(): readonly Flight[] {
    return [...this.driver.flying.values()].filter(({ hasEnded }) => !hasEnded)
  }

  /** The driver ends the n-th command in flight and says so. */
  end(index: number, status = 0): void {
    const flight = this.flying[index]
    if (flight === undefined) throw new Error(`no command ${index} is in flight`)
    this.driver.end(flight, status)
    this.driver.announce()
  }

  /** Status and cause of each event that was told of, in that order. */
  get ends(): readonly (readonly [number, number, number])[] {
    return this.settled.map(({ event, status, cause }) => [event, status, cause] as const)
  }
}

export const copyOf = (srcBuffer: BufferRef, dstBuffer: BufferRef): PortCommand => ({
  _tag: 'CopyBuffer',
  srcBuffer,
  dstBuffer,
  srcOffset: 0,
  dstOffset: 0,
  size: 16,
})

/** Lets deliveries that are due in tasks of their own happen. */
export const nextTask = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
