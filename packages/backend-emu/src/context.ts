import type { ImageShape, MemFlag } from '@rxcl/core'
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
import type { EmulatedDevice } from './device/emulated-device.ts'
import { EventGraph } from './event/event-graph.ts'
import { CommandRunner } from './execution/command-runner.ts'
import { Executor } from './execution/executor.ts'
import type { ReadyOrder } from './execution/ready-order.ts'
import { SeededOrder } from './execution/seeded-order.ts'
import type { SliceLimits } from './execution/slice-limits.ts'
import { SubmissionOrder } from './execution/submission-order.ts'
import type { FaultPlan } from './faults/fault-plan.ts'
import { refused } from './faults/refused.ts'
import { boxOf, hostRowPitch, layoutOf, NO_LAYOUT } from './image/layout.ts'
import { mappingOf, noteReleased, noteSubmitted } from './map/mapping-commands.ts'
import { Allocator } from './memory/allocator.ts'
import { memoryIn } from './memory/memory-in.ts'
import { aliasOf, MemoryObject } from './memory/memory-object.ts'
import { InOrderQueue } from './queue/in-order-queue.ts'
import { OutOfOrderQueue } from './queue/out-of-order-queue.ts'
import { Clock } from './scheduler/clock.ts'
import type { DeviceScheduler } from './scheduler/device-scheduler.ts'
import { STATUS } from './status.ts'
import { commandTime } from './timing/command-time.ts'
import { Lane } from './timing/lane.ts'
import type { LatencyModel } from './timing/latency.ts'

export interface ContextParts {
  readonly devices: readonly EmulatedDevice[]
  readonly scheduler: DeviceScheduler
  readonly limits: SliceLimits
  readonly seed: number | undefined
  readonly listener: SettledListener
  readonly latency: LatencyModel | undefined
  readonly faults: FaultPlan | undefined
}

type Desc<Method extends 'createQueue' | 'createBuffer' | 'svmAlloc'> = Parameters<ContextPort[Method]>[0]

/** sizeof(long16): the largest data type of OpenCL C, which clSVMAlloc aligns to by default. */
const LARGEST_TYPE = 128

/** One context: its memory and its events. What a handle is: a MemoryObject, or a CommandQueue. */
export class EmulatedContext implements ContextPort {
  readonly #devices: readonly EmulatedDevice[]
  readonly #alignment: number
  readonly #faults: FaultPlan | undefined
  readonly #allocator: Allocator
  readonly #graph: EventGraph
  readonly #executor: Executor
  readonly #makeOrder: () => ReadyOrder
  readonly #unwatch: readonly (() => void)[]

  constructor({ devices, scheduler, limits, seed, listener, latency, faults }: ContextParts) {
    const clock = new Clock(() => scheduler.now())
    this.#makeOrder = () => (seed === undefined ? new SubmissionOrder() : new SeededOrder(seed))
    const ready = this.#makeOrder()
    this.#devices = devices
    this.#alignment = Math.max(...devices.map(({ info }) => info.memBaseAddrAlign))
    this.#faults = faults
    this.#allocator = new Allocator(devices.map(({ pool }) => pool))
    this.#graph = new EventGraph(ready, clock, faults)
    const runner = new CommandRunner(this.#graph, clock)
    // A pause that depends on the time would make the order of a seeded run depend on it.
    const sliced = seed === undefined ? limits : { ...limits, ms: Infinity }
    const timeOf = latency === undefined && faults === undefined ? undefined : commandTime(latency)
    const parts = { graph: this.#graph, ready, runner, clock, scheduler, limits: sliced, listener, timeOf }
    this.#executor = new Executor(parts)
    this.#unwatch = devices.map((device) => device.health.watch(() => this.#lose(device)))
  }

  createQueue({ device: info, outOfOrder, profiling }: Desc<'createQueue'>): Either<PortFailure, unknown> {
    const device = this.#devices.find((one) => one.info === info)
    if (device === undefined) {
      const message = 'A queue is for one of the devices of its context.'
      return E.left({ status: STATUS.CL_INVALID_DEVICE, message, parameter: 'device' })
    }
    const failure = refused('createCommandQueue', this.#faults, [device])
    if (failure !== undefined) return failure
    const lane = new Lane(device.engines, this.#makeOrder(), this.#executor.start)
    const parts = { profiling, device, lane }
    return E.right(outOfOrder ? new OutOfOrderQueue(parts) : new InOrderQueue(parts))
  }

  createBuffer({ size, flags, hostPtr }: Desc<'createBuffer'>): Either<PortFailure, unknown> {
    const failure = refused('createBuffer', this.#faults, this.#devices)
    if (failure !== undefined) return failure
    const host = hostPtr && { bytes: hostPtr, isUsed: flags.includes('USE_HOST_PTR'), rowPitch: 0, slicePitch: 0 }
    return this.#create(size, { layout: NO_LAYOUT, box: [size, 1, 1], host })
  }

  createSubBuffer(parent: unknown, { origin }: { readonly origin: number }): Either<PortFailure, unknown> {
    return (
      refused('createSubBuffer', this.#faults, this.#devices) ??
      E.right(aliasOf(parent as MemoryObject, origin, NO_LAYOUT))
    )
  }

  createImage(shape: ImageShape, flags: readonly MemFlag[], storage: ImageStorage): Either<PortFailure, unknown> {
    const failure = refused('createImage', this.#faults, this.#devices)
    if (failure !== undefined) return failure
    const { buffer, hostPtr, rowPitch, slicePitch } = storage
    if (buffer !== undefined) return E.right(aliasOf(buffer as MemoryObject, 0, layoutOf(shape, rowPitch)))
    const layout = layoutOf(shape)
    const host = hostPtr && {
      bytes: hostPtr,
      isUsed: flags.includes('USE_HOST_PTR'),
      rowPitch: hostRowPitch(shape.type, rowPitch, slicePitch),
      slicePitch,
    }
    return this.#create(layout.size, { layout, box: boxOf(shape), host })
  }

  svmAlloc({ size, flags, alignment }: Desc<'svmAlloc'>): Either<PortFailure, unknown> {
    const failure = refused('svmAlloc', this.#faults, this.#devices)
    if (failure !== undefined) return failure
    const block = flags.includes('SVM_FINE_GRAIN_BUFFER')
      ? this.#allocator.allocateShared(size)
      : this.#allocator.allocate(size, alignment === 0 ? LARGEST_TYPE : alignment)
    return E.isLeft(block) ? block : E.right(new MemoryObject(block.right, 0, true, NO_LAYOUT, undefined))
  }

  svmBytes(allocation: unknown): Uint8Array {
    return (allocation as MemoryObject).block.bytes
  }

  mappedMemory(mapping: MappingRef): MappedMemory {
    return mappingOf(mapping).show()
  }

  releaseMapping(mapping: MappingRef): void {
    noteReleased(mapping)
  }

  createUserEvent(event: number): Either<PortFailure, void> {
    // It belongs to the context, which is of use while one of its devices is there.
    const needed = this.#devices.every(({ health }) => health.isLost) ? this.#devices : []
    const failure = refused('createUserEvent', this.#faults, needed)
    if (failure !== undefined) return failure
    this.#graph.addUserEvent(event)
    return E.right(undefined)
  }

  setUserEventStatus(event: number, status: number): Either<PortFailure, void> {
    this.#graph.endUserEvent(event, status)
    this.#executor.wake()
    return E.right(undefined)
  }

  /** Its commands go on; nothing of the context refers to it after the last of them. */
  releaseQueue(): void {}

  releaseMem(mem: unknown): void {
    const { block, ownsBlock } = mem as MemoryObject
    if (ownsBlock) this.#allocator.free(block)
  }

  svmFree(allocation: unknown): void {
    this.#allocator.free((allocation as MemoryObject).block)
  }

  submit(batch: readonly Submission[]): void {
    for (const submission of batch) {
      noteSubmitted(submission.command)
      this.#graph.submit(submission)
    }
    if (this.#graph.hasNews) this.#executor.wake()
  }

  eventStatus(event: number): number {
    return this.#graph.statusOf(event)
  }

  release(): void {
    for (const unwatch of this.#unwatch) unwatch()
    this.#allocator.freeAll()
  }

  #lose(device: EmulatedDevice): void {
    this.#graph.loseDevice(device)
    this.#executor.wake()
  }

  #create(size: number, content: Parameters<typeof memoryIn>[1]): Either<PortFailure, unknown> {
    const block = this.#allocator.allocate(size, this.#alignment)
    if (E.isLeft(block)) return block
    const memory = memoryIn(block.right, content)
    if (E.isLeft(memory)) this.#allocator.free(block.right)
    return memory
  }
}
