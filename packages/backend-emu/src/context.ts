import type { ImageShape } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { ContextPort, PortFailure, SettledListener, Submission } from '@rxcl/core/port'
import { EventGraph } from './event/event-graph.ts'
import { CommandRunner } from './execution/command-runner.ts'
import { Executor } from './execution/executor.ts'
import { SeededOrder } from './execution/seeded-order.ts'
import type { SliceLimits } from './execution/slice-limits.ts'
import { SubmissionOrder } from './execution/submission-order.ts'
import { layoutOf, NO_LAYOUT, type ImageLayout } from './image/layout.ts'
import { Allocator } from './memory/allocator.ts'
import type { Block } from './memory/block.ts'
import type { DevicePool } from './memory/device-pool.ts'
import { MemoryObject } from './memory/memory-object.ts'
import { InOrderQueue } from './queue/in-order-queue.ts'
import { OutOfOrderQueue } from './queue/out-of-order-queue.ts'
import { Clock } from './scheduler/clock.ts'
import type { DeviceScheduler } from './scheduler/device-scheduler.ts'

export interface ContextParts {
  readonly pools: readonly DevicePool[]
  /** The largest CL_DEVICE_MEM_BASE_ADDR_ALIGN of the devices, in bytes. */
  readonly alignment: number
  readonly scheduler: DeviceScheduler
  readonly limits: SliceLimits
  readonly seed: number | undefined
  readonly listener: SettledListener
}

type Desc<Method extends 'createQueue' | 'createBuffer' | 'svmAlloc'> = Parameters<ContextPort[Method]>[0]

/** sizeof(long16): the largest data type of OpenCL C, which clSVMAlloc aligns to by default. */
const LARGEST_TYPE = 128

/** One context: its memory and its events. What a handle is: a MemoryObject, or a CommandQueue. */
export class EmulatedContext implements ContextPort {
  readonly #alignment: number
  readonly #allocator: Allocator
  readonly #graph: EventGraph
  readonly #executor: Executor

  constructor({ pools, alignment, scheduler, limits, seed, listener }: ContextParts) {
    const clock = new Clock(() => scheduler.now())
    const ready = seed === undefined ? new SubmissionOrder() : new SeededOrder(seed)
    this.#alignment = alignment
    this.#allocator = new Allocator(pools)
    this.#graph = new EventGraph(ready, clock)
    const runner = new CommandRunner(this.#graph, clock)
    // A pause that depends on the time would make the order of a seeded run depend on it.
    const sliced = seed === undefined ? limits : { ...limits, ms: Infinity }
    this.#executor = new Executor({ graph: this.#graph, ready, runner, clock, scheduler, limits: sliced, listener })
  }

  createQueue({ outOfOrder, profiling }: Desc<'createQueue'>): Either<PortFailure, unknown> {
    return E.right(outOfOrder ? new OutOfOrderQueue(profiling) : new InOrderQueue(profiling))
  }

  createBuffer({ size }: Desc<'createBuffer'>): Either<PortFailure, unknown> {
    return this.#allocate(size, this.#alignment, NO_LAYOUT)
  }

  createSubBuffer(parent: unknown, { origin }: { readonly origin: number }): Either<PortFailure, unknown> {
    return E.right(aliasOf(parent, origin, NO_LAYOUT))
  }

  createImage(shape: ImageShape, _flags: unknown, buffer: unknown): Either<PortFailure, unknown> {
    const layout = layoutOf(shape)
    if (shape.type === '1D_BUFFER') return E.right(aliasOf(buffer, 0, layout))
    return this.#allocate(layout.size, this.#alignment, layout)
  }

  svmAlloc({ size, flags, alignment }: Desc<'svmAlloc'>): Either<PortFailure, unknown> {
    return flags.includes('SVM_FINE_GRAIN_BUFFER')
      ? memoryOf(this.#allocator.allocateShared(size), NO_LAYOUT)
      : this.#allocate(size, alignment === 0 ? LARGEST_TYPE : alignment, NO_LAYOUT)
  }

  svmBytes(allocation: unknown): Uint8Array {
    return (allocation as MemoryObject).block.bytes
  }

  createUserEvent(event: number): Either<PortFailure, void> {
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
    for (const submission of batch) this.#graph.submit(submission)
    if (this.#graph.hasNews) this.#executor.wake()
  }

  eventStatus(event: number): number {
    return this.#graph.statusOf(event)
  }

  release(): void {
    this.#allocator.freeAll()
  }

  #allocate(size: number, alignment: number, layout: ImageLayout): Either<PortFailure, unknown> {
    return memoryOf(this.#allocator.allocate(size, alignment), layout)
  }
}

const memoryOf = (block: Either<PortFailure, Block>, layout: ImageLayout): Either<PortFailure, unknown> =>
  E.isLeft(block) ? block : E.right(new MemoryObject(block.right, 0, true, layout))

/** Another object over the bytes of `parent`, from `origin` on. */
const aliasOf = (parent: unknown, origin: number, layout: ImageLayout): MemoryObject => {
  const { block, offset } = parent as MemoryObject
  return new MemoryObject(block, offset + origin, false, layout)
}
