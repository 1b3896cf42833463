import {
  type ClContext,
  type ClDevice,
  type ClError,
  type ClImage,
  type Enqueued,
  Flow,
  type OpenCL,
  readImage,
  ready,
  writeImage,
} from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { concat, concatMap, from, merge, of, takeWhile } from 'rxjs'
import type { Picture } from '../picture.ts'
import { type Move, undoMoves } from '../tiles/shuffle-tiles.ts'
import { type Bench, setUpBench } from './bench.ts'
import { carryTile } from './carry-tile.ts'
import type { Meter } from './meter.ts'

/** How far the job is. */
export type Progress =
  | { readonly _tag: 'TileMoved' }
  | { readonly _tag: 'Shuffled'; readonly bytes: Uint8Array }
  | { readonly _tag: 'Restored'; readonly bytes: Uint8Array }

/** `items` in runs of at most `length`. */
const inRuns = <A>(items: readonly A[], length: number): readonly (readonly A[])[] =>
  Array.from({ length: Math.ceil(items.length / length) }, (_, run) => items.slice(run * length, (run + 1) * length))

/** All moves, at most as many at once as there are lanes, so that memory does not grow with the number of tiles. */
const exchange =
  (bench: Bench, meter: Meter, target: ClImage, moves: readonly Move[]) =>
  (source: Enqueued<ClImage>): Flow<ClError, Progress> =>
    from(inRuns(moves, bench.lanes)).pipe(
      concatMap((run) => merge(...run.map(carryTile(bench, meter, source, target)))),
      Flow.map((): Progress => ({ _tag: 'TileMoved' })),
    )

const readBack = (bench: Bench, meter: Meter, image: ClImage): Flow<ClError, Uint8Array> =>
  ready(image).pipe(readImage(bench.queue), meter.read('ReadImage'))

/** What to do with which picture. */
export interface ShuffleJob {
  readonly picture: Picture
  readonly tile: number
  readonly moves: readonly Move[]
  /** Gets to see the context before any command. */
  readonly watch?: (context: ClContext) => void
}

/** One stage after the other: each needs all pixels that the one before wrote. */
const runOn = (bench: Bench, meter: Meter, picture: Picture, moves: readonly Move[]): Flow<ClError, Progress> => {
  const { queue, original, shuffled, restored } = bench
  const stages: readonly Flow<ClError, Progress>[] = [
    of(picture.bytes).pipe(
      Flow.lift(),
      writeImage(queue, original),
      meter.command('WriteImage', picture.bytes.byteLength),
      Flow.flatMap(exchange(bench, meter, shuffled, moves)),
    ),
    readBack(bench, meter, shuffled).pipe(Flow.map((bytes): Progress => ({ _tag: 'Shuffled', bytes }))),
    ready(shuffled).pipe(Flow.flatMap(exchange(bench, meter, restored, undoMoves(moves)))),
    readBack(bench, meter, restored).pipe(Flow.map((bytes): Progress => ({ _tag: 'Restored', bytes }))),
  ]
  return concat(...stages).pipe(takeWhile(E.isRight, true))
}

/**
 * Carries out the moves on the device, then their opposites on what came of it. Emits a TileMoved per tile and
 * direction, Shuffled with all pixels half-way and Restored with all pixels at the end. The first Left is the last
 * thing it emits; nothing is enqueued after it.
 */
export const shufflePicture = (
  opencl: OpenCL,
  device: ClDevice,
  meter: Meter,
  job: ShuffleJob,
): Flow<ClError, Progress> =>
  opencl.withContext(
    (context) => {
      job.watch?.(context)
      const bench = setUpBench(context, job.picture, job.tile)
      return E.isLeft(bench) ? Flow.left(bench.left) : runOn(bench.right, meter, job.picture, job.moves)
    },
    { devices: [device] },
  )
