import {
  Command,
  completed,
  createOpenCL,
  enqueue,
  type AnyCommand,
  type Backend,
  type ClBuffer,
  type ClCommandQueue,
  type ClContext,
  type ClDevice,
  type ClError,
  type ClImage,
  type ClUserEvent,
  type ContextOptions,
  type Dependency,
  type Enqueued,
  type Flow,
  type ImageDesc,
  type ImageType,
  type MemFlag,
  type OpenCL,
  type SvmAllocation,
} from '../index.ts'
import { right } from './expect.ts'
import { bytesPerPixel } from './pixel-format.ts'
import type { Settings } from './settings.ts'
import { value } from './settle.ts'

/** Anything whose bytes a case looks at. */
export type Memory = ClBuffer | ClImage | SvmAllocation

/** How many bytes the pixels of an image take, tightly packed. */
export const pixelBytes = (image: ClImage): number =>
  image.width *
  Math.max(1, image.height) *
  Math.max(1, image.depth) *
  Math.max(1, image.arraySize) *
  bytesPerPixel(image.format)

/** One fresh context with what a case needs; every failure to make something fails the case. */
export class Workbench {
  readonly settings: Settings
  readonly backend: Backend
  readonly opencl: OpenCL
  readonly context: ClContext
  readonly device: ClDevice
  #inspector: ClCommandQueue | undefined = undefined

  /** The context is over the backend's first device and has every default, unless options say otherwise. */
  constructor(settings: Settings, options: ContextOptions = {}, backend: Backend = settings.backend()) {
    this.settings = settings
    this.backend = backend
    this.opencl = createOpenCL(this.backend)
    this.context = right('createContext', this.opencl.createContext(options))
    const [device] = this.context.devices
    if (device === undefined) throw new Error('createContext: a context without devices')
    this.device = device
  }

  queue(
    options: { readonly device?: ClDevice; readonly outOfOrder?: boolean; readonly profiling?: boolean } = {},
  ): ClCommandQueue {
    return right('createCommandQueue', this.context.createCommandQueue(options))
  }

  /** A buffer of a size, or one that holds the given bytes. */
  async buffer(contents: number | Uint8Array, flags: readonly MemFlag[] = []): Promise<ClBuffer> {
    const size = typeof contents === 'number' ? contents : contents.length
    const buffer = right('createBuffer', this.context.createBuffer({ size, flags }))
    if (typeof contents !== 'number') await this.fill(buffer, contents)
    return buffer
  }

  subBuffer(parent: ClBuffer, origin: number, size: number): ClBuffer {
    return right('createSubBuffer', parent.createSubBuffer({ origin, size }))
  }

  async image<T extends ImageType>(desc: ImageDesc<T>, contents?: Uint8Array): Promise<ClImage<T>> {
    const image = right(`createImage ${desc.type}`, this.context.createImage(desc))
    if (contents !== undefined) await this.fill(image, contents)
    return image
  }

  async svm(contents: number | Uint8Array): Promise<SvmAllocation> {
    const size = typeof contents === 'number' ? contents : contents.length
    const allocation = right('svmAlloc', this.context.svmAlloc({ size }))
    if (typeof contents !== 'number') await this.fill(allocation, contents)
    return allocation
  }

  userEvent(): ClUserEvent {
    return right('createUserEvent', this.context.createUserEvent())
  }

  /** Runs one command to its end. */
  async run(queue: ClCommandQueue, command: AnyCommand, waitFor: readonly Dependency[] = []): Promise<void> {
    await value(command._tag, completed()(this.enqueue(queue, command, waitFor)))
  }

  enqueue(
    queue: ClCommandQueue,
    command: AnyCommand,
    waitFor: readonly Dependency[] = [],
  ): Flow<ClError, Enqueued<unknown>> {
    return enqueue(queue, command, { waitFor })
  }

  /** All bytes of `memory`, from its start; an image tightly packed. */
  async fill(memory: Memory, bytes: Uint8Array): Promise<void> {
    const queue = (this.#inspector ??= this.queue())
    switch (memory._tag) {
      case 'Buffer':
        return this.run(queue, Command.writeBuffer({ buffer: memory, ptr: bytes }))
      case 'Image':
        return this.run(queue, Command.writeImage({ image: memory, ptr: bytes }))
      case 'SvmAllocation':
        return this.run(queue, Command.svmMemcpy({ dstPtr: memory.at(0), srcPtr: bytes }))
    }
  }

  async contents(memory: Memory): Promise<Uint8Array> {
    const queue = (this.#inspector ??= this.queue())
    const ptr = new Uint8Array(memory._tag === 'Image' ? pixelBytes(memory) : memory.size)
    switch (memory._tag) {
      case 'Buffer':
        await this.run(queue, Command.readBuffer({ buffer: memory, ptr }))
        return ptr
      case 'Image':
        await this.run(queue, Command.readImage({ image: memory, ptr }))
        return ptr
      case 'SvmAllocation':
        await this.run(queue, Command.svmMemcpy({ dstPtr: ptr, srcPtr: memory.at(0), size: ptr.length }))
        return ptr
    }
  }

  release(): void {
    this.context.release()
  }
}
