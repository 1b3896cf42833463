import { emulator } from '@rxcl/backend-emu'
import { completed, copyImageToBuffer, createOpenCL, Flow, ready, RGBA8, svmMemcpy, writeImage } from '@rxcl/core'
import { lastValueFrom, of } from 'rxjs'
import { measure } from './measure.ts'
import { right } from './right.ts'

const SIDE = 4096
const WINDOW = 1024
const MIB = 2 ** 20

export interface CopyResult {
  readonly what: string
  readonly bytes: number
  readonly milliseconds: number
  readonly plainMilliseconds: number
  readonly target: number
}

/** Large copies through the operators, beside one Uint8Array.set of as many bytes. */
export const measureCopies = async (): Promise<readonly CopyResult[]> => {
  const context = right(createOpenCL(emulator()).createContext())
  const queue = right(context.createCommandQueue())
  const image = right(context.createImage({ type: '2D', width: SIDE, height: SIDE, format: RGBA8 }))
  const buffer = right(context.createBuffer({ size: SIDE * SIDE * 4 }))
  const svmSource = right(context.svmAlloc({ size: 64 * MIB }))
  const svmTarget = right(context.svmAlloc({ size: 64 * MIB }))
  const windowBytes = WINDOW * WINDOW * 4
  const source = new Uint8Array(64 * MIB).fill(1)
  const target = new Uint8Array(64 * MIB).fill(2)
  const windowSource = source.slice(0, windowBytes)
  const windowTarget = target.slice(0, windowBytes)

  // Memory that was never written is one page of zeros read again and again: faster than any real copy.
  const fill$ = Flow.lift<Uint8Array>()(of(source))
  await lastValueFrom(fill$.pipe(writeImage(queue, image)))
  await lastValueFrom(fill$.pipe(svmMemcpy(queue, svmSource.at(0))))

  const full$ = ready(image).pipe(copyImageToBuffer(queue, buffer), completed(), Flow.orThrow())
  // A window of the frame before is in the caches; one of a new frame is not. So are the bytes of the plain copy.
  let turns = 0
  const next = (): number => (turns += 1) % 16
  const window$ = (x: number, y: number, dstOffset: number) =>
    ready(image).pipe(
      copyImageToBuffer(queue, buffer, { srcOrigin: [x, y], region: [WINDOW, WINDOW], dstOffset }),
      completed(),
      Flow.orThrow(),
    )
  const sameWindow$ = window$(1001, 2002, 0)
  const windows = Array.from({ length: 16 }, (_, i) =>
    window$((i % 4) * 1000 + 7, Math.floor(i / 4) * 1000 + 5, i * windowBytes),
  )
  const svm$ = ready(svmSource.at(0)).pipe(svmMemcpy(queue, svmTarget.at(0)), completed(), Flow.orThrow())
  const run = (flow: typeof full$ | typeof svm$) => async (): Promise<void> => {
    await lastValueFrom<unknown>(flow)
  }

  const [plain = 0, full = 0, svm = 0] = await measure(
    [
      { name: 'Uint8Array.set 64 MiB', run: () => target.set(source) },
      { name: 'copyImageToBuffer 4096×4096', run: run(full$) },
      { name: 'svmMemcpy 64 MiB', run: run(svm$) },
    ],
    9,
    5,
  )
  const [plainWindow = 0, window = 0, plainNext = 0, nextWindow = 0] = await measure(
    [
      { name: 'set, the same 4 MiB', run: () => windowTarget.set(windowSource) },
      { name: 'the same window', run: run(sameWindow$) },
      {
        name: 'set, the next 4 MiB',
        run: () => {
          const at = next() * windowBytes
          target.set(source.subarray(at, at + windowBytes), at)
        },
      },
      { name: 'the next window', run: async () => void (await lastValueFrom(windows[next()] ?? sameWindow$)) },
    ],
    9,
    // Short copies: the path to them counts, and is only compiled after some thousand.
    600,
  )
  context.release()
  return [
    {
      what: 'copyImageToBuffer, 4096×4096 RGBA8',
      bytes: 64 * MIB,
      milliseconds: full,
      plainMilliseconds: plain,
      target: 0.9,
    },
    {
      what: 'copyImageToBuffer, each time another 1024×1024 window',
      bytes: windowBytes,
      milliseconds: nextWindow,
      plainMilliseconds: plainNext,
      target: 0.7,
    },
    {
      what: 'copyImageToBuffer, the same 1024×1024 window',
      bytes: windowBytes,
      milliseconds: window,
      plainMilliseconds: plainWindow,
      target: 0.7,
    },
    { what: 'svmMemcpy, 64 MiB', bytes: 64 * MIB, milliseconds: svm, plainMilliseconds: plain, target: 0.9 },
  ]
}
