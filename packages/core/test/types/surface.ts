// Compiled, not run: a line that compiles where it must not fails the type check.
import type { Either } from 'fp-ts/lib/Either.js'
import type { Observable } from 'rxjs'
import type {
  ClBuffer,
  ClCommandQueue,
  ClError,
  ClImage,
  CopyBufferError,
  CopyImageToBufferError,
  Enqueued,
  ErrorOf,
  ExecutionError,
  Flow,
  ReadBufferError,
  SvmAllocation,
  SvmMemcpyError,
  SvmPointer,
} from '../../src/index.ts'
import {
  Command,
  copyBuffer,
  copyImageToBuffer,
  enqueue,
  readBuffer,
  ready,
  svmMemcpy,
  writeBuffer,
} from '../../src/index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <_ extends true>(): void => undefined

declare const queue: ClCommandQueue
declare const buffer: ClBuffer
declare const image: ClImage
declare const svm: SvmAllocation
declare const source: Flow<'mine', Enqueued<ClBuffer>>
declare const operand: Flow<'operand', Enqueued<ClBuffer>>
declare const gate: Flow<'gate', Enqueued<ClBuffer>>
declare const clock: Observable<number>

// The error of a flow is that of its source, its operand, its waits and its command: nothing more, nothing less.
const copied = source.pipe(copyBuffer(queue, operand, { waitFor: [gate, clock] }))
holds<Equal<ErrorOf<typeof copied>, 'mine' | 'operand' | 'gate' | CopyBufferError>>()
const fromReady = ready(buffer).pipe(copyBuffer(queue, buffer))
holds<Equal<ErrorOf<typeof fromReady>, CopyBufferError>>()

// Only what leaves the device can fail while it runs.
const read = source.pipe(readBuffer(queue))
holds<Equal<ErrorOf<typeof read>, 'mine' | ReadBufferError | ExecutionError>>()

// An exhaustive switch over a command's codes compiles.
export const explain = (error: CopyImageToBufferError): string => {
  switch (error._tag) {
    case 'CL_INVALID_COMMAND_QUEUE':
    case 'CL_INVALID_CONTEXT':
    case 'CL_INVALID_EVENT_WAIT_LIST':
      return 'where'
    case 'CL_INVALID_MEM_OBJECT':
    case 'CL_INVALID_OPERATION':
    case 'CL_INVALID_VALUE':
      return 'what'
    case 'CL_INVALID_IMAGE_SIZE':
    case 'CL_IMAGE_FORMAT_NOT_SUPPORTED':
    case 'CL_MISALIGNED_SUB_BUFFER_OFFSET':
      return 'device'
  }
}

// A code that the command cannot give does not compile.
// @ts-expect-error an image and a buffer cannot overlap by this code
export const impossible: CopyImageToBufferError['_tag'] = 'CL_MEM_COPY_OVERLAP'
// @ts-expect-error svmMemcpy has no images to refuse
export const noImage: SvmMemcpyError['_tag'] = 'CL_INVALID_IMAGE_SIZE'

// Narrowing the code narrows the error.
export const narrowed = (error: CopyBufferError): ClError<'CL_MEM_COPY_OVERLAP'> | undefined =>
  error._tag === 'CL_MEM_COPY_OVERLAP' ? error : undefined

// Commands as data keep the types of what they carry.
const asData = enqueue(queue, Command.copyImageToBuffer({ srcImage: image, dstBuffer: buffer }))
holds<Equal<ErrorOf<typeof asData>, CopyImageToBufferError>>()
holds<Equal<typeof asData, Flow<CopyImageToBufferError, Enqueued<ClBuffer>>>>()
const readAsData = enqueue(queue, Command.readBuffer({ buffer }))
holds<Equal<typeof readAsData, Flow<ReadBufferError, Enqueued<Uint8Array>>>>()

// A destination keeps its type.
const toHost = ready(svm.at(0)).pipe(svmMemcpy(queue, new Uint16Array(4)))
export const view: Observable<Either<unknown, Enqueued<Uint16Array>>> = toHost
const toSvm = ready(svm.at(0)).pipe(svmMemcpy(queue, svm.at(8)))
export const pointer: Observable<Either<unknown, Enqueued<SvmPointer>>> = toSvm

// @ts-expect-error an image is no operand of writeBuffer
writeBuffer(queue, image)
// @ts-expect-error a buffer is no source of copyImageToBuffer
ready(buffer).pipe(copyImageToBuffer(queue, buffer))
// @ts-expect-error plain bytes are no flow of buffers
clock.pipe(copyBuffer(queue, buffer))
