import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { Dispatcher, type SubmitScheduler } from '../graph/dispatcher.ts'
import type { DispatchingContext } from '../graph/enqueue-command.ts'
import { BufferObject, type ClBuffer } from '../model/buffer.ts'
import { refusal } from '../model/cl-error.ts'
import type {
  CreateBufferError,
  CreateImageError,
  CreateQueueError,
  CreateSubBufferError,
  CreateUserEventError,
  SvmAllocError,
} from '../model/creation-errors.ts'
import type { ClDevice, DeviceInfo } from '../model/device.ts'
import { DISPOSE } from '../model/dispose-symbol.ts'
import type { ClUserEvent } from '../model/event.ts'
import { ImageObject, type ClImage, type ImageDesc } from '../model/image.ts'
import type { ImageType } from '../model/image-type.ts'
import type { MemFlag, SvmFlag } from '../model/mem-flag.ts'
import { QueueObject, type ClCommandQueue } from '../model/queue.ts'
import type { Resource, ResourceOwner } from '../model/resource.ts'
import { STATUS_CODES } from '../model/status-codes.ts'
import { SvmObject, type SvmAllocation } from '../model/svm.ts'
import type { ContextPort, PortFailure } from '../port/backend.ts'
import { validateCreateBuffer } from '../validate/creation/create-buffer.ts'
import { validateCreateImage } from '../validate/creation/create-image.ts'
import { validateCreateQueue } from '../validate/creation/create-queue.ts'
import { validateCreateSubBuffer } from '../validate/creation/create-sub-buffer.ts'
import { validateCreateUserEvent } from '../validate/creation/create-user-event.ts'
import { validateSvmAlloc } from '../validate/creation/svm-alloc.ts'
import type { ClContext } from './cl-context.ts'
import { driverError } from './driver-error.ts'
import { UserEventObject } from './user-event.ts'

/** A context over the port: makes objects, and gives everything back when it is released. */
export class ContextObject implements ClContext, DispatchingContext, ResourceOwner {
  readonly devices: readonly ClDevice[]
  readonly dispatcher: Dispatcher
  readonly #port: ContextPort
  /** A device as the backend knows it. */
  readonly #infoOf: (device: ClDevice) => DeviceInfo
  readonly #live = new Set<Resource>()
  #released = false
  #closed = false

  constructor(
    devices: readonly ClDevice[],
    port: ContextPort,
    scheduler: SubmitScheduler,
    infoOf: (device: ClDevice) => DeviceInfo,
  ) {
    this.devices = devices
    this.#infoOf = infoOf
    this.#port = port
    this.dispatcher = new Dispatcher(port, scheduler, () => this.#closeWhenIdle())
  }

  get released(): boolean {
    return this.#released
  }

  createCommandQueue(options?: {
    readonly device?: ClDevice
    readonly outOfOrder?: boolean
    readonly profiling?: boolean
  }): Either<CreateQueueError, ClCommandQueue> {
    const valid = validateCreateQueue(this)(options)
    if (E.isLeft(valid)) return valid
    const device = this.#infoOf(valid.right.device)
    return this.#keep('createCommandQueue', this.#port.createQueue({ ...valid.right, device }), (handle) => {
      return new QueueObject(this, handle, this, valid.right)
    })
  }

  createBuffer(desc: {
    readonly size: number
    readonly flags?: readonly MemFlag[]
  }): Either<CreateBufferError, ClBuffer> {
    const valid = validateCreateBuffer(this)(desc)
    if (E.isLeft(valid)) return valid
    return this.#keep('createBuffer', this.#port.createBuffer(valid.right), (handle) => {
      return new BufferObject(
        this,
        handle,
        this,
        { ...valid.right, origin: 0, parent: undefined },
        this.#createSubBuffer,
      )
    })
  }

  createImage<T extends ImageType>(desc: ImageDesc<T>): Either<CreateImageError, ClImage<T>> {
    const valid = validateCreateImage(this)(desc)
    if (E.isLeft(valid)) return valid
    const { shape, flags, buffer } = valid.right
    return this.#keep('createImage', this.#port.createImage(shape, flags, buffer?.handle), (handle) => {
      buffer?.retain()
      return new ImageObject<T>(this, handle, this, { ...shape, type: desc.type }, flags, buffer)
    })
  }

  svmAlloc(desc: {
    readonly size: number
    readonly flags?: readonly SvmFlag[]
    readonly alignment?: number
  }): Either<SvmAllocError, SvmAllocation> {
    const valid = validateSvmAlloc(this)(desc)
    if (E.isLeft(valid)) return valid
    return this.#keep('svmAlloc', this.#port.svmAlloc(valid.right), (handle) => {
      return new SvmObject(this, handle, this, valid.right, this.#svmBytes)
    })
  }

  createUserEvent(): Either<CreateUserEventError, ClUserEvent> {
    const valid = validateCreateUserEvent(this)
    if (E.isLeft(valid)) return valid
    const id = this.dispatcher.takeId()
    const made = this.#port.createUserEvent(id)
    if (E.isLeft(made)) return E.left(driverError('createUserEvent', made.left))
    const event = new UserEventObject(id, this, this.dispatcher, this.#setUserEventStatus)
    this.dispatcher.track(event)
    return E.right(event)
  }

  hostMemory(size: number): Uint8Array | undefined {
    return this.#port.hostMemory?.(size)
  }

  release(): void {
    if (this.#released) return
    // First, while their status may still be set: what waits for a user event that nobody can reach must end.
    for (const event of this.dispatcher.unsettled())
      if (event instanceof UserEventObject) this.#setUserEventStatus(event, STATUS_CODES.CL_INVALID_CONTEXT)
    this.#released = true
    for (const resource of this.#live) resource.release()
    this.#closeWhenIdle()
  }

  [DISPOSE](): void {
    this.release()
  }

  dispose(resource: Resource): void {
    this.#live.delete(resource)
    if (resource instanceof QueueObject) this.#port.releaseQueue(resource.handle)
    else if (resource instanceof SvmObject) this.#port.svmFree(resource.handle)
    else this.#port.releaseMem(resource.handle)
    if (resource instanceof BufferObject) resource.parent?.unretain()
    if (resource instanceof ImageObject) resource.buffer?.unretain()
    this.#closeWhenIdle()
  }

  #keep<E1, R extends Resource>(
    call: string,
    made: Either<PortFailure, unknown>,
    wrap: (handle: unknown) => R,
  ): Either<E1, R> {
    if (E.isLeft(made)) return E.left(driverError(call, made.left) as E1)
    const resource = wrap(made.right)
    this.#live.add(resource)
    return E.right(resource)
  }

  readonly #createSubBuffer = (
    parent: BufferObject,
    region: Parameters<ClBuffer['createSubBuffer']>[0],
  ): Either<CreateSubBufferError, BufferObject> => {
    const valid = validateCreateSubBuffer(parent)(region)
    if (E.isLeft(valid)) return valid
    return this.#keep('createSubBuffer', this.#port.createSubBuffer(parent.handle, valid.right), (handle) => {
      parent.retain()
      return new BufferObject(this, handle, this, { ...valid.right, parent }, this.#createSubBuffer)
    })
  }

  readonly #svmBytes = (allocation: SvmObject): ReturnType<SvmAllocation['bytes']> => {
    if (allocation.released)
      return E.left(
        refusal('CL_INVALID_VALUE', 'bytes', 'svm_pointer', 'The allocation was freed; its bytes are gone.'),
      )
    if (!allocation.flags.includes('SVM_FINE_GRAIN_BUFFER'))
      return E.left(
        refusal(
          'CL_INVALID_OPERATION',
          'bytes',
          'svm_pointer',
          'The allocation is coarse-grained; allocate it with SVM_FINE_GRAIN_BUFFER or copy its bytes with svmMemcpy.',
        ),
      )
    return E.right(this.#port.svmBytes(allocation.handle))
  }

  readonly #setUserEventStatus = (event: UserEventObject, status: number) => {
    const set = this.#port.setUserEventStatus(event.id, status)
    if (E.isLeft(set)) return E.left(driverError<never>('setUserEventStatus', set.left))
    this.dispatcher.settleUserEvent(event, status)
    return E.right(undefined)
  }

  #closeWhenIdle(): void {
    if (this.#closed || !this.#released || !this.dispatcher.isIdle || this.#live.size > 0) return
    this.#closed = true
    this.#port.release()
  }
}
