import { copyBuffer, createOpenCL, Flow, profiled, readBuffer, ready, writeBuffer, type Backend } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { firstValueFrom, of } from 'rxjs'
import type { LongCopyOutcome } from './outcome.ts'

const BYTES = 64 * 1024 * 1024

/** No period that a slice of the copy has. */
const source = (): Uint32Array => Uint32Array.from({ length: BYTES / 4 }, (_, i) => Math.imul(i, 0x9e3779b1))

const isSame = (bytes: Uint8Array, words: Uint32Array): boolean => {
  const copied = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  return copied.length === words.length && copied.every((word, i) => word === words[i])
}

const milliseconds = (nanoseconds: bigint): number => Number(nanoseconds) / 1e6

/** Notes when timers fire until it is stopped. A timer from outside a timer has no delay: nested ones wait 4 ms. */
const watch = (): (() => readonly number[]) => {
  const fired: number[] = []
  const timers = Array.from({ length: 2000 }, (_, ms) => setTimeout(() => fired.push(performance.now()), ms))
  return () => {
    for (const timer of timers) clearTimeout(timer)
    return fired
  }
}

/**
 * Copies 64 MiB between two buffers, there and back and there again, five times: on a fast machine one copy ends within
 * two slices, and a browser may run the task of the second before a timer that is due. When the copies began and ended is
 * the device's word, which has the page's clock, so that only what fired while they were running counts.
 */
export const runLongCopy = async (backend: Backend): Promise<LongCopyOutcome> => {
  const words = source()
  const flow = createOpenCL(backend).withContext((context) =>
    pipe(
      E.Do,
      E.bindW('queue', () => context.createCommandQueue({ profiling: true })),
      E.bindW('from', () => context.createBuffer({ size: BYTES })),
      E.bindW('to', () => context.createBuffer({ size: BYTES })),
      Flow.fromEither,
      Flow.flatMap(({ queue, from, to }) => {
        const first$ = of(words).pipe(Flow.lift(), writeBuffer(queue, from), copyBuffer(queue, to))
        const last$ = first$.pipe(
          copyBuffer(queue, from),
          copyBuffer(queue, to),
          copyBuffer(queue, from),
          copyBuffer(queue, to),
        )
        const stop = watch()
        return Flow.combineLatest([first$, last$]).pipe(
          profiled(),
          Flow.flatMap(({ profile }) => {
            const fired = stop()
            return ready(to).pipe(
              readBuffer(queue),
              Flow.map((bytes) => ({ bytes, profile, fired })),
            )
          }),
        )
      }),
    ),
  )
  const { bytes, profile, fired } = await firstValueFrom(flow.pipe(Flow.orThrow()))
  const start = milliseconds(profile.start)
  const end = milliseconds(profile.end)
  const within = fired.filter((at) => start < at && at < end)
  const marks = [start, ...within, end]
  return {
    bytes: bytes.length,
    isEqual: isSame(bytes, words),
    timersWithin: within.length,
    longestGap: Math.max(...marks.slice(1).map((at, i) => at - (marks[i] ?? at))),
    duration: end - start,
  }
}
