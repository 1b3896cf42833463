import { setTimeout } from 'node:timers/promises'
import {
  Command,
  completed,
  copyBuffer,
  copyImageToBuffer,
  enqueue,
  Flow,
  profiled,
  readBuffer,
  ready,
  RGBA8,
  svmMemcpy,
  writeBuffer,
  writeImage,
  type ClBuffer,
  type ClCommandQueue,
  type ClContext,
} from '@rxcl/core'
import { firstValueFrom, from, lastValueFrom, of } from 'rxjs'
import { median } from '../measure.ts'
import { right } from '../right.ts'

const COMMANDS = 20_000
const SINGLES = 2_000
const SIDE = 4096
const BYTES = SIDE * SIDE * 4

export interface Large {
  readonly wall: number
  /** Milliseconds by the device's clock; NaN for a read, whose flow carries bytes and no event. */
  readonly device: number
}

export interface OperatorTimes {
  readonly enqueue: number
  readonly pipelined: number
  readonly chained: number
  readonly single: number
  readonly copyImageToBuffer: Large
  readonly svmMemcpy: Large | undefined
  readonly readBuffer: Large
  /** Into an array of the program's own, the same each time. */
  readonly readIntoOwn: Large
}

const microseconds = async (commands: number, run: () => Promise<unknown> | undefined): Promise<number> => {
  const begin = performance.now()
  await run()
  return ((performance.now() - begin) * 1000) / commands
}

/** Commands in flight at once: one operator over a stream of buffers, and a chain of operators. */
const small = async (queue: ClCommandQueue, a: ClBuffer, b: ClBuffer) => {
  // What ready(a) emits, so that no operator of the program's own is measured.
  const source = await firstValueFrom(ready(a))
  const sources = Array.from({ length: COMMANDS }, () => source)
  const stream = () => from(sources).pipe(copyBuffer(queue, b))
  const chain = () => {
    let flow = ready(a).pipe(copyBuffer(queue, b))
    for (let i = 1; i < COMMANDS; i += 1) flow = flow.pipe(copyBuffer(queue, i % 2 === 0 ? b : a))
    return flow
  }
  // The engine sizes its heap by what a program has done last: without this it would be that of the large commands.
  await lastValueFrom(stream())
  const begin = performance.now()
  const done = lastValueFrom(stream())
  // Submitted at the end of the microtasks; a promise chained behind them is told of the return of the last enqueue.
  for (let i = 0; i < 20; i += 1) await Promise.resolve()
  const enqueued = ((performance.now() - begin) * 1000) / COMMANDS
  await done
  return {
    enqueue: enqueued,
    pipelined: await microseconds(COMMANDS, () => lastValueFrom(stream())),
    chained: await microseconds(COMMANDS, () => lastValueFrom(chain())),
    single: await microseconds(SINGLES, async () => {
      const copy$ = ready(a).pipe(copyBuffer(queue, b), completed())
      for (let i = 0; i < SINGLES; i += 1) await firstValueFrom(copy$)
    }),
  }
}

/**
 * One round of everything that plain.c measures. The small commands have a context with one queue, as most programs do: in
 * one with several the library also looks at what each command touches, and bench/src/hazards.ts says what that costs.
 */
export const prepareOperators = async (
  ofSmall: ClContext,
  context: ClContext,
): Promise<() => Promise<OperatorTimes>> => {
  const queue = right(ofSmall.createCommandQueue())
  const a = right(ofSmall.createBuffer({ size: 64 }))
  const b = right(ofSmall.createBuffer({ size: 64 }))
  const profiling = right(context.createCommandQueue({ profiling: true }))
  const image = right(context.createImage({ type: '2D', width: SIDE, height: SIDE, format: RGBA8 }))
  const buffer = right(context.createBuffer({ size: BYTES }))
  const bytes = new Uint8Array(BYTES).fill(1)
  await lastValueFrom(of(bytes).pipe(Flow.lift(), writeImage(profiling, image)))
  await lastValueFrom(of(bytes).pipe(Flow.lift(), writeBuffer(profiling, buffer)))
  const hasSvm = context.devices[0]?.svm.coarseGrainBuffer ?? false
  const svm = hasSvm
    ? ([right(context.svmAlloc({ size: BYTES })), right(context.svmAlloc({ size: BYTES }))] as const)
    : []
  if (svm[0] !== undefined) await lastValueFrom(of(bytes).pipe(Flow.lift(), svmMemcpy(profiling, svm[0].at(0))))

  const device = async (
    flow: Flow<unknown, { readonly profile: { readonly start: bigint; readonly end: bigint } }>,
  ) => {
    const begin = performance.now()
    const { profile } = right(await firstValueFrom(flow))
    return { wall: performance.now() - begin, device: Number(profile.end - profile.start) / 1e6 }
  }
  const read = async (): Promise<Large> => {
    const begin = performance.now()
    right(await firstValueFrom(ready(buffer).pipe(readBuffer(profiling))))
    return { wall: performance.now() - begin, device: Number.NaN }
  }
  const middle = async (run: () => Promise<Large>): Promise<Large> => {
    await run()
    const all: Large[] = []
    for (let i = 0; i < 11; i += 1) all.push(await run())
    return { wall: median(all.map(({ wall }) => wall)), device: median(all.map((one) => one.device)) }
  }

  return async () => {
    // What the large commands of the last round have left is not for the small ones to clean up.
    await setTimeout(200)
    return {
      ...(await small(queue, a, b)),
      copyImageToBuffer: await middle(() =>
        device(ready(image).pipe(copyImageToBuffer(profiling, buffer), profiled())),
      ),
      svmMemcpy:
        svm[0] === undefined || svm[1] === undefined
          ? undefined
          : await middle(() => device(ready(svm[0].at(0)).pipe(svmMemcpy(profiling, svm[1].at(0)), profiled()))),
      readBuffer: await middle(read),
      readIntoOwn: await middle(() =>
        device(enqueue(profiling, Command.readBuffer({ buffer, ptr: bytes })).pipe(profiled())),
      ),
    }
  }
}
