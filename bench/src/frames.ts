import { copyImageToBuffer, Flow, pull, readBuffer, RGBA8, ring, writeImage, type ClContext } from '@rxcl/core'
import Table from 'cli-table3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { lastValueFrom, of, tap } from 'rxjs'
import { right } from './right.ts'

const SIDE = 64
const WINDOW = 32
const IN_FLIGHT = 4
const FRAMES = 100_000
const EVERY = 10_000
/** Until then the engine compiles and sizes its heap. */
const WARM = 20_000
const MIB = 2 ** 20

interface Row {
  readonly resident: number
  readonly live: number
}

/** The same array each time: what a program's own source allocates is not measured. */
const framesOf = function* (count: number): Generator<Uint8Array> {
  const frame = new Uint8Array(SIDE * SIDE * 4).fill(1)
  for (let i = 0; i < count; i += 1) yield frame
}

/** Bytes that are still referred to. */
const liveHeap = (): number => {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc')
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

/**
 * 100,000 frames of 16 KiB, four in flight: each is written to an image, a window is cut out of it and read. Prints the
 * resident memory of the process every 10,000 frames, and what of the heap a collection leaves.
 */
export const printFrames = async (context: ClContext): Promise<void> => {
  const queue = right(context.createCommandQueue())
  const slots = right(
    ring(IN_FLIGHT, () =>
      pipe(
        E.Do,
        E.bindW('image', () => context.createImage({ type: '2D', width: SIDE, height: SIDE, format: RGBA8 })),
        E.bindW('window', () => context.createBuffer({ size: WINDOW * WINDOW * 4 })),
      ),
    ),
  )
  const project = slots.use(({ image, window }, frame: Uint8Array) =>
    of(frame).pipe(
      Flow.lift(),
      writeImage(queue, image),
      copyImageToBuffer(queue, window, { srcOrigin: [16, 16], region: [WINDOW, WINDOW] }),
      readBuffer(queue),
    ),
  )
  const table = new Table({ head: ['frames', 'resident MiB', 'live heap MiB', 'µs each'] })
  const rows: Row[] = []
  let done = 0
  let since = performance.now()
  const note = (): void => {
    done += 1
    if (done % EVERY !== 0) return
    const microseconds = ((performance.now() - since) * 1000) / EVERY
    const row = { resident: process.memoryUsage().rss / MIB, live: liveHeap() / MIB }
    rows.push(row)
    table.push([done, row.resident.toFixed(1), row.live.toFixed(1), microseconds.toFixed(1)])
    since = performance.now()
  }
  const results$ = pull(framesOf(FRAMES), project, { inFlight: IN_FLIGHT })
  await lastValueFrom(
    results$.pipe(
      tap((either) => {
        right(either)
        note()
      }),
    ),
  )
  slots.release()
  console.log(table.toString())
  const warm = rows[WARM / EVERY - 1]
  const last = rows.at(-1)
  if (warm === undefined || last === undefined) throw new Error('too few frames')
  const [resident, live] = [last.resident - warm.resident, last.live - warm.live].map((growth) => growth.toFixed(1))
  console.log(`From frame ${WARM} to ${FRAMES}: live heap ${live} MiB more (target: 0), resident ${resident} MiB more.`)
  console.log(
    'Resident memory goes up and down with the heap of the engine by some 20 MiB and does not follow the frames.',
  )
}
