import { emulator } from '@rxcl/backend-emu'
import { completed, copyImage, createOpenCL, fillBuffer, Flow, ready, RGBA8, writeImage } from '@rxcl/core'
import { lastValueFrom, of, type Observable } from 'rxjs'
import type { CopyResult } from './copies.ts'
import { measure } from './measure.ts'
import { right } from './right.ts'

const SIDE = 4096
const MIB = 2 ** 20

/** Large fills and a copy between images, beside one operation of a Uint8Array on as many bytes: fill, or set. */
export const measureFills = async (): Promise<readonly CopyResult[]> => {
  const context = right(createOpenCL(emulator()).createContext())
  const queue = right(context.createCommandQueue())
  const shape = { type: '2D', width: SIDE, height: SIDE, format: RGBA8 } as const
  const image = right(context.createImage(shape))
  const other = right(context.createImage(shape))
  const buffer = right(context.createBuffer({ size: 64 * MIB }))
  const plain = new Uint8Array(64 * MIB).fill(1)
  const copied = new Uint8Array(64 * MIB).fill(2)
  // Memory that was never written is one page of zeros read again and again: faster than any real copy.
  await lastValueFrom(Flow.lift<Uint8Array>()(of(plain)).pipe(writeImage(queue, image)))

  const bytes$ = ready(buffer).pipe(fillBuffer(queue, Uint8Array.of(3)), completed(), Flow.orThrow())
  const pixels$ = ready(buffer).pipe(fillBuffer(queue, Uint8Array.of(1, 2, 3, 4)), completed(), Flow.orThrow())
  const copy$ = ready(image).pipe(copyImage(queue, other), completed(), Flow.orThrow())
  const run = (flow: Observable<unknown>) => async (): Promise<void> => void (await lastValueFrom(flow))

  const [plainFill = 0, bytes = 0, pixels = 0, plainSet = 0, copy = 0] = await measure(
    [
      { name: 'Uint8Array.fill 64 MiB', run: () => void plain.fill(4) },
      { name: 'fillBuffer, a byte', run: run(bytes$) },
      { name: 'fillBuffer, four bytes', run: run(pixels$) },
      { name: 'Uint8Array.set 64 MiB', run: () => copied.set(plain) },
      { name: 'copyImage 4096×4096', run: run(copy$) },
    ],
    9,
    5,
  )
  context.release()
  const row = (what: string, milliseconds: number, plainMilliseconds: number, target: number): CopyResult => ({
    what,
    bytes: 64 * MIB,
    milliseconds,
    plainMilliseconds,
    target,
  })
  return [
    row('fillBuffer, 64 MiB, pattern of 1 byte (beside fill)', bytes, plainFill, 0.8),
    row('fillBuffer, 64 MiB, pattern of 4 bytes (beside fill)', pixels, plainFill, 0.8),
    row('copyImage, 4096×4096 RGBA8', copy, plainSet, 0.9),
  ]
}
