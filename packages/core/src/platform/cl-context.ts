import type { Either } from 'fp-ts/lib/Either.js'
import type { ClBuffer } from '../model/buffer.ts'
import type {
  CreateBufferError,
  CreateImageError,
  CreateQueueError,
  CreateUserEventError,
  SupportedImageFormatsError,
  SvmAllocError,
} from '../model/creation-errors.ts'
import type { ClDevice } from '../model/device.ts'
import type { ClUserEvent } from '../model/event.ts'
import type { HostData } from '../model/host-data.ts'
import type { LegalImageFormat } from '../model/image-format.ts'
import type { ClImage, ImageDesc } from '../model/image.ts'
import type { ImageType } from '../model/image-type.ts'
import type { MemFlag, SvmFlag } from '../model/mem-flag.ts'
import type { ClCommandQueue } from '../model/queue.ts'
import type { SvmAllocation } from '../model/svm.ts'

/**
 * Devices and the objects they share. Every call that makes an object answers at once, and can also give the driver's
 * CL_OUT_OF_RESOURCES and CL_OUT_OF_HOST_MEMORY, and CL_INVALID_CONTEXT once the context is released.
 */
export interface ClContext extends Disposable, AsyncDisposable {
  readonly devices: readonly ClDevice[]
  /**
   * clCreateCommandQueueWithProperties, on the first device unless one is named. In order and without profiling unless
   * asked.
   *
   * Left: CL_INVALID_DEVICE (no device of this context), CL_INVALID_VALUE (an option that is no boolean),
   * CL_INVALID_QUEUE_PROPERTIES (the device cannot run out of order).
   */
  createCommandQueue(options?: {
    readonly device?: ClDevice
    readonly outOfOrder?: boolean
    readonly profiling?: boolean
  }): Either<CreateQueueError, ClCommandQueue>
  /**
   * clCreateBuffer. `size` in bytes; READ_WRITE unless `flags` say otherwise. The bytes are undefined until written,
   * unless they come from `hostPtr`, which has at least `size` bytes. COPY_HOST_PTR copies them before the call is over.
   * USE_HOST_PTR makes that memory the buffer's own: maps show it, what is in it while nothing is mapped is undefined,
   * and until the buffer is released the program changes it through maps only and does not transfer it. Two buffers over
   * the same bytes are undefined, as in C.
   *
   * Left: CL_INVALID_VALUE (flags that are unknown or exclude each other), CL_INVALID_BUFFER_SIZE (0, or above every
   * device's maxMemAllocSize), CL_INVALID_HOST_PTR (`hostPtr` without a flag for it or the flag without `hostPtr`, fewer
   * bytes than `size`, or memory that is detached or may be resized), CL_MEM_OBJECT_ALLOCATION_FAILURE.
   */
  createBuffer(desc: {
    readonly size: number
    readonly flags?: readonly MemFlag[]
    readonly hostPtr?: HostData
  }): Either<CreateBufferError, ClBuffer>
  /**
   * clCreateImage. Sizes in pixels and images, pitches in bytes. The pixels are undefined until written, unless they come
   * from `hostPtr` or `buffer`. `hostPtr` is as for createBuffer; it has at least the bytes of all rows and slices, each
   * of its whole pitch.
   *
   * Left: CL_INVALID_OPERATION (no device has images), CL_INVALID_VALUE (flags), CL_INVALID_IMAGE_FORMAT_DESCRIPTOR (no
   * legal pair; or the row pitch of a 2D image from a buffer, or the start of that buffer, is not aligned for the devices),
   * CL_INVALID_IMAGE_DESCRIPTOR (a field that the type does not have, or of the wrong kind; a pitch that is too small, no
   * multiple, or without `hostPtr`), CL_INVALID_IMAGE_SIZE (0, above every device's limit, or more than the buffer holds),
   * CL_INVALID_HOST_PTR (as for createBuffer), CL_IMAGE_FORMAT_NOT_SUPPORTED (legal, but on no device),
   * CL_MEM_OBJECT_ALLOCATION_FAILURE.
   */
  createImage<T extends ImageType>(desc: ImageDesc<T>): Either<CreateImageError, ClImage<T>>
  /**
   * clGetSupportedImageFormats: the formats that createImage takes for a type, each once, by the value of their order and
   * then of their data type. Empty where no device of the context has images of the type.
   *
   * Left: CL_INVALID_VALUE (a type or flags that are unknown, or flags that exclude each other).
   */
  supportedImageFormats(desc: {
    readonly type: ImageType
    readonly flags?: readonly MemFlag[]
  }): Either<SupportedImageFormatsError, readonly LegalImageFormat[]>
  /**
   * clSVMAlloc. `size` and `alignment` in bytes; the alignment of the device's largest data type unless given.
   * Coarse-grained unless SVM_FINE_GRAIN_BUFFER is asked for.
   *
   * The C function answers NULL for every failure; Left: CL_INVALID_OPERATION (no device has shared virtual memory, or
   * one lacks the grain or the atomics), CL_INVALID_VALUE (flags, alignment), CL_INVALID_BUFFER_SIZE (0, or above the
   * maxMemAllocSize of a device), CL_MEM_OBJECT_ALLOCATION_FAILURE.
   */
  svmAlloc(desc: {
    readonly size: number
    readonly flags?: readonly SvmFlag[]
    readonly alignment?: number
  }): Either<SvmAllocError, SvmAllocation>
  /**
   * clCreateUserEvent. It waits for `complete` or `fail`.
   *
   * Left: CL_INVALID_OPERATION when no device is of version 1.1 or later.
   */
  createUserEvent(): Either<CreateUserEventError, ClUserEvent>
  /**
   * Gives back the context and every object made in it. Commands already enqueued still run, and their memory is kept
   * until they have. User events that are still open fail with CL_INVALID_CONTEXT, and so does what waits for them.
   * `await using`, or Symbol.asyncDispose, releases as well and resolves when every enqueued command has settled and the
   * backend has all objects and the context back.
   */
  release(): void
}
