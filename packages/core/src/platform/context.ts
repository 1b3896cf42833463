import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { Dispatcher, type SubmitScheduler } from '../graph/dispatcher.ts'
import type { DispatchingContext } from '../graph/enqueue-command.ts'
import { BufferObject, partOfHostPtr, type ClBuffer } from '../model/buffer.ts'
import type {
  CreateBufferError,
  CreateImageError,
  CreateQueueError,
  CreateSubBufferError,
  CreateUserEventError,
  SupportedImageFormatsError,
  SvmAllocError,
} from '../model/creation-errors.ts'
import type { ClDevice, DeviceInfo } from '../model/device.ts'
import { ASYNC_DISPOSE, DISPOSE } from '../model/dispose-symbol.ts'
import type { ClUserEvent } from '../model/event.ts'
import type { HazardMode } from '../model/hazard-mode.ts'
import type { HostData } from '../model/host-data.ts'
import type { LegalImageFormat } from '../model/image-format.ts'
import { ImageObject, type ClImage, type ImageDesc } from '../model/image.ts'
import type { ImageType } from '../model/image-type.ts'
import type { MappedObject } from '../model/mapped.ts'
import type { MemFlag, SvmFlag } from '../model/mem-flag.ts'
import { QueueObject, type ClCommandQueue } from '../model/queue.ts'
import type { Resource, ResourceOwner } from '../model/resource.ts'
import type { StridedBox } from '../model/strided-box.ts'
import { STATUS_CODES } from '../model/status-codes.ts'
import { SvmObject, type SvmAllocation } from '../model/svm.ts'
import type { ContextPort, PortFailure } from '../port/backend.ts'
import { validateCreateBuffer } from '../validate/creation/create-buffer.ts'
import { validateCreateImage } from '../validate/creation/create-image.ts'
import { validateCreateQueue } from '../validate/creation/create-queue.ts'
import { validateCreateSubBuffer } from '../validate/creation/create-sub-buffer.ts'
import { validateCreateUserEvent } from '../validate/creation/create-user-event.ts'
import { validateSupportedImageFormats } from '../validate/creation/supported-image-formats.ts'
import { validateSvmAlloc } from '../validate/creation/svm-alloc.ts'
import { svmBytesRefusal } from '../validate/creation/svm-bytes.ts'
import type { ClContext } from './cl-context.ts'
import { Closing } from './closing.ts'
import { driverError } from './driver-error.ts'
import { imageFacts, imageStorage, portHostPtr, sharedHostPtr, sharedSvm } from './made-from.ts'
import { UserEventObject } from './user-event.ts'

/** A context over the port: makes objects, and gives everything back when it is released. */
export class ContextObject implements ClContext, DispatchingContext, ResourceOwner {
  readonly devices: readonly ClDevice[]
  readonly dispatcher: Dispatcher
  readonly #port: ContextPort
  /** A device as the backend knows it. */
  readonly #infoOf: (device: ClDevice) => DeviceInfo
  /** Each with what it is made from, which it keeps alive: the buffer behind it, or shared virtual memory. */
  readonly #live = new Map<Resource, Resource | undefined>()
  #released = false
  readonly #closing = new Closing()

  constructor(
    devices: readonly ClDevice[],
    port: ContextPort,
    scheduler: SubmitScheduler,
    hazards: HazardMode,
    infoOf: (device: ClDevice) => DeviceInfo,
  ) {
    this.devices = devices
    this.#infoOf = infoOf
    this.#port = port
    this.dispatcher = new Dispatcher(port, scheduler, hazards, () => this.#closeWhenIdle())
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
    readonly hostPtr?: HostData
  }): Either<CreateBufferError, ClBuffer> {
    const valid = validateCreateBuffer(this)(desc)
    if (E.isLeft(valid)) return valid
    const hostPtr = sharedHostPtr(valid.right)
    const made = this.#port.createBuffer({ ...valid.right, hostPtr: portHostPtr(valid.right.hostPtr) })
    const facts = { ...valid.right, origin: 0, parent: undefined, hostPtr }
    return this.#keep(
      'createBuffer',
      made,
      (handle) => new BufferObject(this, handle, this, facts, this.#createSubBuffer),
      sharedSvm(hostPtr),
    )
  }

  createImage<T extends ImageType>(desc: ImageDesc<T>): Either<CreateImageError, ClImage<T>> {
    const valid = validateCreateImage(this)(desc)
    if (E.isLeft(valid)) return valid
    const { shape, flags } = valid.right
    const made = this.#port.createImage(shape, flags, imageStorage(valid.right))
    const facts = imageFacts(valid.right)
    return this.#keep(
      'createImage',
      made,
      (handle) => new ImageObject<T>(this, handle, this, { ...shape, type: desc.type }, flags, facts),
      facts.buffer ?? sharedSvm(facts.hostPtr),
    )
  }

  supportedImageFormats(desc: {
    readonly type: ImageType
    readonly flags?: readonly MemFlag[]
  }): Either<SupportedImageFormatsError, readonly LegalImageFormat[]> {
    return validateSupportedImageFormats(this)(desc)
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

  conflictingMapping(box: StridedBox, isForWriting: boolean): MappedObject | undefined {
    return this.dispatcher.mappings.findConflict(box, isForWriting)
  }

  release(): void {
    if (this.#released) return
    // First, while their status may still be set: what waits for a user event that nobody can reach must end.
    for (const event of this.dispatcher.unsettled())
      if (event instanceof UserEventObject) this.#setUserEventStatus(event, STATUS_CODES.CL_INVALID_CONTEXT)
    this.#released = true
    this.dispatcher.mappings.endAll()
    for (const resource of this.#live.keys()) resource.release()
    this.#closeWhenIdle()
  }

  [DISPOSE](): void {
    this.release()
  }

  [ASYNC_DISPOSE](): Promise<void> {
    this.release()
    return this.#closing.closed()
  }

  dispose(resource: Resource): void {
    const behind = this.#live.get(resource)
    this.#live.delete(resource)
    if (resource instanceof QueueObject) this.#port.releaseQueue(resource.handle)
    else if (resource instanceof SvmObject) this.#port.svmFree(resource.handle)
    else this.#port.releaseMem(resource.handle)
    behind?.unretain()
    this.#closeWhenIdle()
  }

  #keep<E1, R extends Resource>(
    call: string,
    made: Either<PortFailure, unknown>,
    wrap: (handle: unknown) => R,
    behind?: Resource,
  ): Either<E1, R> {
    if (E.isLeft(made)) return E.left(driverError(call, made.left) as E1)
    const resource = wrap(made.right)
    behind?.retain()
    this.#live.set(resource, behind)
    this.dispatcher.made(resource)
    return E.right(resource)
  }

  readonly #createSubBuffer = (
    parent: BufferObject,
    region: Parameters<ClBuffer['createSubBuffer']>[0],
  ): Either<CreateSubBufferError, BufferObject> => {
    const valid = validateCreateSubBuffer(parent)(region)
    if (E.isLeft(valid)) return valid
    const { origin, size } = valid.right
    const made = this.#port.createSubBuffer(parent.handle, valid.right)
    const facts = { ...valid.right, parent, hostPtr: partOfHostPtr(parent.hostPtr, origin, size) }
    return this.#keep(
      'createSubBuffer',
      made,
      (handle) => new BufferObject(this, handle, this, facts, this.#createSubBuffer),
      parent,
    )
  }

  readonly #svmBytes = (allocation: SvmObject): ReturnType<SvmAllocation['bytes']> => {
    const refused = svmBytesRefusal(allocation)
    if (refused !== undefined) return E.left(refused)
    const bytes = this.#port.svmBytes(allocation.handle)
    this.dispatcher.alias(bytes, allocation, 0)
    return E.right(bytes)
  }

  readonly #setUserEventStatus = (event: UserEventObject, status: number) => {
    const set = this.#port.setUserEventStatus(event.id, status)
    if (E.isLeft(set)) return E.left(driverError<never>('setUserEventStatus', set.left))
    this.dispatcher.settleUserEvent(event, status)
    return E.right(undefined)
  }

  #closeWhenIdle(): void {
    if (this.#closing.isClosed || !this.#released || !this.dispatcher.isIdle || this.#live.size > 0) return
    this.#closing.close(() => this.#port.release())
    this.dispatcher.hazardListeners.close()
  }
}
