import type { Either } from 'fp-ts/lib/Either.js'
import type { DeviceInfo } from '../model/device.ts'
import type { Profile } from '../model/event.ts'
import type { ImageShape } from '../model/image.ts'
import type { MemFlag, SvmFlag } from '../model/mem-flag.ts'
import type { MappedMemory } from '../model/mapped.ts'
import type { PortCommand } from './commands/port-command.ts'
import type { MappingRef } from './commands/references.ts'

/** What a driver answered instead of an object: its status code and, where it has one, its sentence. */
export interface PortFailure {
  readonly status: number
  readonly message: string
  /** The parameter or option at fault, where one is. */
  readonly parameter?: string
}

/** One command on its way to a queue. */
export interface Submission {
  /** The event to complete, unique in the context, never 0. */
  readonly event: number
  /** What createQueue answered. */
  readonly queue: unknown
  readonly command: PortCommand
  /** Events of this context that must be complete first; none is known to have settled. */
  readonly waits: readonly number[]
  /** An event this command waits for that has already failed, or 0. Then the command must fail with -14. */
  readonly failedWait: number
}

/** The end of a command or user event. */
export interface Settled {
  readonly event: number
  /** 0, or the negative code of the failure. */
  readonly status: number
  /** Where the status is -14 (an event waited for failed): the first event that did; else 0. */
  readonly cause: number
  /** The stamps, where the queue profiles and the command is complete. */
  readonly profile: Profile | undefined
}

/** Told in batches, in the order of settling, never from inside a call of the port. */
export type SettledListener = (batch: readonly Settled[]) => void

/** Where the pixels of a new image come from. */
export interface ImageStorage {
  /** The handle of the buffer whose bytes are the pixels of a 1D_BUFFER or 2D image; else undefined. */
  readonly buffer: unknown
  /** There with USE_HOST_PTR and COPY_HOST_PTR, as for a buffer. */
  readonly hostPtr: Uint8Array | undefined
  /** In bytes, of `buffer` or `hostPtr`, never 0 there; 0 for an image with memory of its own. */
  readonly rowPitch: number
  /** In bytes, of `hostPtr`, never 0 there; for a 1D array from image to image. */
  readonly slicePitch: number
}

/**
 * The objects and queues of one context. Arguments are valid: core has checked them. No call blocks. Handles are the
 * backend's own values; it gets back what it gave.
 */
export interface ContextPort {
  createQueue(desc: {
    readonly device: DeviceInfo
    readonly outOfOrder: boolean
    readonly profiling: boolean
  }): Either<PortFailure, unknown>
  /**
   * `hostPtr`, of at least `size` bytes, is there with USE_HOST_PTR and COPY_HOST_PTR. The former's is the buffer's storage
   * as far as a program can see: maps show it.
   */
  createBuffer(desc: {
    readonly size: number
    readonly flags: readonly MemFlag[]
    readonly hostPtr: Uint8Array | undefined
  }): Either<PortFailure, unknown>
  createSubBuffer(
    parent: unknown,
    desc: { readonly origin: number; readonly size: number; readonly flags: readonly MemFlag[] },
  ): Either<PortFailure, unknown>
  createImage(shape: ImageShape, flags: readonly MemFlag[], storage: ImageStorage): Either<PortFailure, unknown>
  /** `alignment` in bytes; 0 for the device's largest data type. */
  svmAlloc(desc: {
    readonly size: number
    readonly flags: readonly SvmFlag[]
    readonly alignment: number
  }): Either<PortFailure, unknown>
  /** The bytes of fine-grained shared virtual memory, the same view each time. */
  svmBytes(allocation: unknown): Uint8Array
  /**
   * Memory for the result of a read of `size` bytes that overwrites all of them; what it holds before is not looked at.
   * The program gets the array, so it is used again only when nothing refers to its buffer any more. Without the method,
   * and where it answers undefined, the result is a new Uint8Array.
   */
  hostMemory?(size: number): Uint8Array | undefined
  /**
   * The memory of a mapping whose map command is complete and whose unmap is not enqueued. Its view is detached by
   * the unmap or by `releaseMapping`, unless it is of the program's own memory or of fine-grained SVM.
   */
  mappedMemory(mapping: MappingRef): MappedMemory
  /**
   * The program will never enqueue the unmap: its context is released, or the map has failed. Once per mapping, and only
   * for one whose map command the backend has taken, so that `handle` is set.
   */
  releaseMapping(mapping: MappingRef): void
  createUserEvent(event: number): Either<PortFailure, void>
  /** Once per event; `status` is 0 or negative. What waits for it settles through the listener; the event itself does not. */
  setUserEventStatus(event: number, status: number): Either<PortFailure, void>

  releaseQueue(queue: unknown): void
  /** A buffer, sub-buffer or image that no unsettled command uses. */
  releaseMem(mem: unknown): void
  /** Shared virtual memory that no unsettled command uses; a view that svmBytes gave is detached. */
  svmFree(allocation: unknown): void

  /** Takes commands in order. They run later, even when they could at once. */
  submit(batch: readonly Submission[]): void
  /** CL_EVENT_COMMAND_EXECUTION_STATUS of an event that has not settled. */
  eventStatus(event: number): number
  /** Gives the context back; nothing of it is unsettled and all its objects are released. */
  release(): void
}

/** What carries commands out: the computer's own driver, or an emulator. Programs only pass it on. */
export interface Backend {
  readonly name: string
  /** The devices, always the same objects. */
  devices(): Either<PortFailure, readonly DeviceInfo[]>
  /** `devices` is not empty and comes from `devices()`. */
  openContext(devices: readonly DeviceInfo[], settled: SettledListener): Either<PortFailure, ContextPort>
}
