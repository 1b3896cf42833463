// Compiled, not run: a line that compiles where it must not fails the type check.
import type { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Either } from 'fp-ts/lib/Either.js'
import { of } from 'rxjs'
import {
  bounded,
  copyBuffer,
  fallback,
  Flow,
  pull,
  readBuffer,
  ready,
  retryLeft,
  ring,
  toAsyncIterable,
  toReadable,
  untilAborted,
  within,
  writeBuffer,
  type Aborted,
  type ClBuffer,
  type ClCommandQueue,
  type ClContext,
  type CopyBufferError,
  type CreateBufferError,
  type Enqueued,
  type ErrorOf,
  type ExecutionError,
  type OptionError,
  type Overflow,
  type ReadBufferError,
  type Ring,
  type RingError,
  type Timeout,
  type WriteBufferError,
} from '../../../src/index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <_ extends true>(): void => undefined

declare const queue: ClCommandQueue
declare const context: ClContext
declare const slots: Ring<{ readonly a: ClBuffer; readonly b: ClBuffer }>
declare const arrays: readonly Uint8Array[]
declare const eithers: AsyncIterable<Either<'broken', Uint8Array>>
declare const web: ReadableStream<Uint8Array>
declare const node: Readable
declare const camera: Flow<'camera', Uint8Array>

const written = (frame: Uint8Array) => of(frame).pipe(Flow.lift(), writeBuffer(queue, {} as ClBuffer))

// A frame is what the source yields, or the Right of it; its Left is one of the flow.
const fromArray$ = pull(arrays, written, { inFlight: 2 })
holds<Equal<typeof fromArray$, Flow<WriteBufferError | OptionError, Enqueued<ClBuffer>>>>()
const fromEithers$ = pull(eithers, (frame) => Flow.right(frame), { inFlight: 2, order: 'completion' })
holds<Equal<typeof fromEithers$, Flow<'broken' | OptionError, Uint8Array>>>()
const fromWeb$ = pull(web, (frame, index) => Flow.right(frame.length + index), { inFlight: 1 })
holds<Equal<typeof fromWeb$, Flow<OptionError, number>>>()
const fromNode$ = pull(node, (frame: Buffer) => Flow.right(frame), { inFlight: 1 })
holds<Equal<typeof fromNode$, Flow<OptionError, Buffer>>>()
// @ts-expect-error -- no order of this name
pull(arrays, written, { inFlight: 1, order: 'any' })
// @ts-expect-error -- how many must be said
pull(arrays, written, {})

// A slot keeps its type, and a frame too.
const ringed$ = pull(
  arrays,
  slots.use(({ a, b }, frame: Uint8Array) => of(frame).pipe(Flow.lift(), writeBuffer(queue, a), copyBuffer(queue, b))),
  { inFlight: 2 },
)
holds<Equal<typeof ringed$, Flow<WriteBufferError | CopyBufferError | RingError | OptionError, Enqueued<ClBuffer>>>>()
const ring$ = ring(3, () => context.createBuffer({ size: 4 }))
holds<Equal<typeof ring$, Either<CreateBufferError | OptionError, Ring<ClBuffer>>>>()

// Overflow is among the Lefts of 'fail' alone.
const failing$ = camera.pipe(bounded(written, { inFlight: 2, overflow: 'fail' }))
holds<Equal<ErrorOf<typeof failing$>, 'camera' | WriteBufferError | OptionError | Overflow>>()
const dropping$ = camera.pipe(bounded(written, { inFlight: 2, overflow: 'dropNewest' }))
holds<Equal<ErrorOf<typeof dropping$>, 'camera' | WriteBufferError | OptionError>>()
// @ts-expect-error -- what happens to the rest must be said
camera.pipe(bounded(written, { inFlight: 2 }))

// Interop
const iterable = toAsyncIterable(camera)
holds<Equal<typeof iterable, AsyncIterable<Either<'camera', Uint8Array>>>>()
const readable: ReadableStream<Either<'camera', Uint8Array>> = toReadable(camera)
holds<Equal<typeof readable, ReadableStream<Either<'camera', Uint8Array>>>>()
const aborted$ = camera.pipe(untilAborted(new AbortController().signal))
holds<Equal<ErrorOf<typeof aborted$>, 'camera' | Aborted>>()
const mapped$ = camera.pipe(untilAborted(new AbortController().signal, () => 'stopped' as const))
holds<Equal<ErrorOf<typeof mapped$>, 'camera' | 'stopped'>>()
const timely$ = camera.pipe(within(5))
holds<Equal<ErrorOf<typeof timely$>, 'camera' | Timeout | OptionError>>()

// Recovery
declare const read$: Flow<ReadBufferError | ExecutionError, Uint8Array>
const retried$ = read$.pipe(retryLeft({ codes: ['CL_OUT_OF_RESOURCES'], times: 2 }))
holds<Equal<ErrorOf<typeof retried$>, ReadBufferError | ExecutionError | OptionError>>()
const always$ = read$.pipe(fallback(() => camera))
holds<Equal<ErrorOf<typeof always$>, 'camera'>>()
const other$ = read$.pipe(
  fallback((error: ReadBufferError | ExecutionError) => Flow.right(error._tag), { codes: ['CL_OUT_OF_RESOURCES'] }),
)
holds<
  Equal<ErrorOf<typeof other$>, Exclude<ReadBufferError | ExecutionError, { readonly _tag: 'CL_OUT_OF_RESOURCES' }>>
>()
const told$ = read$.pipe(fallback((left) => Flow.right(left.status)))
holds<Equal<typeof told$, Flow<never, Uint8Array | number>>>()
const chain$ = pull(
  arrays,
  (frame) =>
    written(frame).pipe(
      readBuffer(queue),
      fallback(() => ready(frame).pipe(Flow.map(({ value }) => value))),
    ),
  { inFlight: 2 },
)
holds<Equal<typeof chain$, Flow<OptionError, Uint8Array>>>()
