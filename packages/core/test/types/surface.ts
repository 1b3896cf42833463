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
  HostData,
  MapBufferError,
  Mapped,
  MigrateMemObjectsError,
  ReadBufferError,
  ReadBufferRectError,
  ResultOf,
  SvmAllocation,
  SvmMemcpyError,
  SvmPointer,
  SvmUnmapError,
  UnmapMemObjectError,
  ValueOf,
} from '../../src/index.ts'
import {
  Command,
  copyBuffer,
  copyImageToBuffer,
  enqueue,
  mapBuffer,
  mapImage,
  migrate,
  readBuffer,
  readBufferRect,
  ready,
  svmMap,
  svmMemcpy,
  svmMigrate,
  svmUnmap,
  unmap,
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

// A mapping keeps the type of what it maps, and gives it back.
const mapped = source.pipe(mapBuffer(queue, { mapFlags: ['READ'], waitFor: [gate] }))
holds<Equal<typeof mapped, Flow<'mine' | 'gate' | MapBufferError | ExecutionError, Mapped<ClBuffer>>>>()
const unmapped = mapped.pipe(unmap(queue, { waitFor: [operand] }))
holds<
  Equal<
    typeof unmapped,
    Flow<'mine' | 'gate' | 'operand' | MapBufferError | ExecutionError | UnmapMemObjectError, Enqueued<ClBuffer>>
  >
>()
const unmappedImage = ready(image).pipe(mapImage(queue), unmap(queue))
holds<Equal<ValueOf<typeof unmappedImage>, ClImage>>()
const unmappedEarly = enqueue(queue, Command.mapImage({ image })).pipe(unmap(queue))
holds<Equal<ValueOf<typeof unmappedEarly>, ClImage>>()
const unmappedSvm = ready(svm.at(0)).pipe(svmMap(queue), svmUnmap(queue))
holds<Equal<ValueOf<typeof unmappedSvm>, SvmPointer>>()
declare const mappedSvm: Flow<never, Mapped<SvmPointer>>
const onlyUnmapped = mappedSvm.pipe(svmUnmap(queue))
holds<Equal<ErrorOf<typeof onlyUnmapped>, SvmUnmapError>>()

// What is migrated stays what it was: one object, a list, a tuple.
const migrated = source.pipe(migrate(queue))
holds<Equal<typeof migrated, Flow<'mine' | MigrateMemObjectsError, Enqueued<ClBuffer>>>>()
declare const pair: Flow<never, Enqueued<readonly [ClBuffer, ClImage]>>
const migratedPair = pair.pipe(migrate(queue, { flags: ['HOST'] }))
holds<Equal<ValueOf<typeof migratedPair>, readonly [ClBuffer, ClImage]>>()
const migratedPointers = ready([svm.at(0), svm.at(8)]).pipe(svmMigrate(queue, { sizes: [8, 8] }))
holds<Equal<ValueOf<typeof migratedPointers>, SvmPointer[]>>()

const rect = source.pipe(readBufferRect(queue, { region: [4, 2] }))
holds<Equal<typeof rect, Flow<'mine' | ReadBufferRectError | ExecutionError, Uint8Array>>>()

// What enqueueing each command as data gives.
declare const values: {
  readonly [K in keyof typeof Command]: ResultOf<ReturnType<(typeof Command)[K]>>
}
interface Values {
  readonly writeBuffer: ClBuffer
  readonly readBuffer: Uint8Array
  readonly copyBuffer: ClBuffer
  readonly writeBufferRect: ClBuffer
  readonly readBufferRect: Uint8Array
  readonly copyBufferRect: ClBuffer
  readonly fillBuffer: ClBuffer
  readonly writeImage: ClImage
  readonly readImage: Uint8Array
  readonly copyImage: ClImage
  readonly fillImage: ClImage
  readonly copyImageToBuffer: ClBuffer
  readonly copyBufferToImage: ClImage
  readonly mapBuffer: Mapped<ClBuffer>
  readonly mapImage: Mapped<ClImage>
  readonly unmap: ClBuffer | ClImage
  readonly migrate: readonly (ClBuffer | ClImage)[]
  readonly svmMemcpy: SvmPointer | HostData
  readonly svmMemFill: SvmPointer
  readonly svmMap: Mapped<SvmPointer>
  readonly svmUnmap: SvmPointer
  readonly svmMigrate: readonly SvmPointer[]
  readonly svmFree: void
  readonly marker: void
  readonly barrier: void
}
type Differing = {
  readonly [K in keyof Values]: Equal<(typeof values)[K], Values[K]> extends true ? never : K
}[keyof Values]
holds<Equal<Differing, never>>()
holds<Equal<keyof Values, keyof typeof values>>()

// @ts-expect-error a rectangle needs a region
readBufferRect(queue)
// @ts-expect-error shared virtual memory is unmapped by svmUnmap
mappedSvm.pipe(unmap(queue))
// @ts-expect-error a buffer is unmapped by unmap
mapped.pipe(svmUnmap(queue))
// @ts-expect-error a buffer that is not mapped
ready(buffer).pipe(unmap(queue))
// @ts-expect-error no such flag
mapBuffer(queue, { mapFlags: ['FAST'] })
// @ts-expect-error an image is no operand of writeBuffer
writeBuffer(queue, image)
// @ts-expect-error a buffer is no source of copyImageToBuffer
ready(buffer).pipe(copyImageToBuffer(queue, buffer))
// @ts-expect-error plain bytes are no flow of buffers
clock.pipe(copyBuffer(queue, buffer))
