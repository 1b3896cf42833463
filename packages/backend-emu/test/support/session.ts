import { elementSize, type DeviceInfo, type ImageShape, type MemFlag, type SvmFlag } from '@rxcl/core'
import type {
  Backend,
  BufferRef,
  ContextPort,
  HostRef,
  ImageRef,
  ImageStorage,
  PortCommand,
  Settled,
  SettledListener,
  SvmRef,
} from '@rxcl/core/port'
import { emulator, type EmulatorOptions } from '../../src/index.ts'
import { right } from './right.ts'
import { VirtualScheduler } from './virtual-scheduler.ts'

interface Place {
  readonly waits?: readonly number[]
  readonly failedWait?: number
}

/** Of an image that is made from nothing. */
export const OWN_MEMORY: ImageStorage = { buffer: undefined, hostPtr: undefined, rowPitch: 0, slicePitch: 0 }

/** One context of an emulator whose tasks the test runs, with short ways to make and fill objects. */
export class Session {
  readonly scheduler: VirtualScheduler
  readonly devices: readonly DeviceInfo[]
  readonly port: ContextPort
  /** What the listener was told. */
  readonly batches: (readonly Settled[])[] = []
  /** Called by the listener with each batch. */
  onBatch: (batch: readonly Settled[]) => void = () => {}
  readonly #backend: Backend
  #event = 0
  readonly #listener: SettledListener = (batch) => {
    this.batches.push(batch)
    this.onBatch(batch)
  }

  constructor(options: EmulatorOptions = {}, beside?: Session) {
    this.scheduler = beside?.scheduler ?? new VirtualScheduler()
    this.#backend = beside === undefined ? emulator({ scheduler: this.scheduler, ...options }) : beside.#backend
    this.devices = right(this.#backend.devices())
    this.port = this.another()
  }

  /** The first one. */
  get device(): DeviceInfo {
    return this.devices[0] as DeviceInfo
  }

  /** Another context of all devices or of these; unless a listener is given, this session's is told of its ends too. */
  another(listener: SettledListener = this.#listener, devices: readonly DeviceInfo[] = this.devices): ContextPort {
    return right(this.#backend.openContext(devices, listener))
  }

  /** A session on another context of the same emulator. */
  beside(): Session {
    return new Session({}, this)
  }

  /** An event's number that nothing has. */
  nextEvent(): number {
    this.#event += 1
    return this.#event
  }

  get settled(): readonly Settled[] {
    return this.batches.flat()
  }

  /** The end of an event, if it has settled. */
  end(event: number): Settled | undefined {
    return this.settled.find((settled) => settled.event === event)
  }

  queue({ outOfOrder = false, profiling = false } = {}): unknown {
    return right(this.port.createQueue({ device: this.device, outOfOrder, profiling }))
  }

  /** A buffer that holds `bytes`, or as many zeros. */
  buffer(bytes: Uint8Array | number): BufferRef {
    const size = typeof bytes === 'number' ? bytes : bytes.length
    const handle = right(this.port.createBuffer({ size, flags: [], hostPtr: undefined }))
    const buffer = { _tag: 'Buffer', handle } as const
    if (typeof bytes !== 'number') this.write(buffer, bytes)
    return buffer
  }

  subBuffer(parent: BufferRef, origin: number, size: number): BufferRef {
    return { _tag: 'Buffer', handle: right(this.port.createSubBuffer(parent.handle, { origin, size, flags: [] })) }
  }

  /** A buffer with USE_HOST_PTR or COPY_HOST_PTR, of all bytes of `hostPtr`. */
  bufferFrom(flag: MemFlag, hostPtr: Uint8Array): BufferRef {
    const handle = right(this.port.createBuffer({ size: hostPtr.length, flags: [flag], hostPtr }))
    return { _tag: 'Buffer', handle }
  }

  image(shape: ImageShape, buffer?: BufferRef): ImageRef {
    const rowPitch = shape.width * elementSize(shape.format)
    return this.imageFrom(shape, buffer === undefined ? OWN_MEMORY : { ...OWN_MEMORY, buffer: buffer.handle, rowPitch })
  }

  imageFrom(shape: ImageShape, storage: ImageStorage, flags: readonly MemFlag[] = []): ImageRef {
    const handle = right(this.port.createImage(shape, flags, storage))
    return { _tag: 'Image', handle, type: shape.type, elementSize: elementSize(shape.format) }
  }

  svm(size: number, flags: readonly SvmFlag[] = []): SvmRef['allocation'] {
    return { handle: right(this.port.svmAlloc({ size, flags, alignment: 0 })) }
  }

  userEvent(): number {
    this.#event += 1
    right(this.port.createUserEvent(this.#event))
    return this.#event
  }

  /** Submits one command and answers its event. */
  submit(queue: unknown, command: PortCommand, { waits = [], failedWait = 0 }: Place = {}): number {
    this.#event += 1
    this.port.submit([{ event: this.#event, queue, command, waits, failedWait }])
    return this.#event
  }

  /** Runs one command by itself and answers its end. */
  run(command: PortCommand): Settled {
    const event = this.submit(this.queue(), command)
    this.scheduler.flush()
    return this.end(event) as Settled
  }

  write(buffer: BufferRef, ptr: Uint8Array): void {
    this.run({ _tag: 'WriteBuffer', buffer, offset: 0, size: ptr.length, ptr })
  }

  read(buffer: BufferRef, size: number): Uint8Array {
    const ptr = new Uint8Array(size)
    this.run({ _tag: 'ReadBuffer', buffer, offset: 0, size, ptr })
    return ptr
  }

  /** Everything about an image's pixels, through a read of the whole of it. */
  readImage(image: ImageRef, region: readonly [number, number, number]): Uint8Array {
    const rowPitch = region[0] * image.elementSize
    const slicePitch = image.type === '1D_ARRAY' ? rowPitch : rowPitch * region[1]
    const ptr = new Uint8Array(rowPitch * region[1] * region[2])
    this.run({ _tag: 'ReadImage', image, origin: [0, 0, 0], region, rowPitch, slicePitch, ptr })
    return ptr
  }
}

export const host = (bytes: Uint8Array): HostRef => ({ _tag: 'HostMemory', bytes })

export const at = (allocation: SvmRef['allocation'], byteOffset: number): SvmRef => ({
  _tag: 'SvmPointer',
  allocation,
  byteOffset,
})

/** Bytes 1, 2, 3, … that differ from their neighbours. */
export const counting = (size: number, first = 1): Uint8Array => Uint8Array.from({ length: size }, (_, i) => first + i)
