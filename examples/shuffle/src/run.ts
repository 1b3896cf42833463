import { basename, dirname, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type ClDevice, type OpenCL, type Timeline, timeline, timelinePage } from '@rxcl/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type BehaviorSubject, filter, lastValueFrom, reduce, takeUntil } from 'rxjs'
import { findDevice } from './device/find-device.ts'
import { type Meter, createMeter } from './device/meter.ts'
import { openBackend } from './device/open-backend.ts'
import { type Progress, type ShuffleJob, shufflePicture } from './device/shuffle-picture.ts'
import { type Failure, describeFailure } from './failure.ts'
import { checkFolder } from './files/check-folder.ts'
import { type NewFile, saveTogether } from './files/save-together.ts'
import { loadPicture } from './load-picture.ts'
import type { Picture } from './picture.ts'
import { encodePng } from './png/encode-png.ts'
import { showProgress } from './terminal/progress-bar.ts'
import { readCommandLine } from './terminal/read-command-line.ts'
import { reportMeasures } from './terminal/report.ts'
import type { Request } from './terminal/request.ts'
import { planMoves } from './tiles/plan-moves.ts'
import type { Move } from './tiles/shuffle-tiles.ts'

/** What the program says in the end. */
export interface Answer {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

interface Job {
  readonly opencl: OpenCL
  readonly device: ClDevice
  readonly picture: Picture
  readonly tile: number
  readonly moves: readonly Move[]
}

interface Results {
  readonly shuffled?: Uint8Array
  readonly restored?: Uint8Array
}

const SHUFFLED = 'shuffled.png'
const RESTORED = 'restored.png'

const refuse = (failure: Failure): Answer => ({ exitCode: 2, stdout: '', stderr: `${describeFailure(failure)}\n` })

/** The page must not take the place of one of the pictures. */
const checkTimeline = ({ timeline: path, out, picture }: Request): E.Either<Failure, void> => {
  if (path === undefined) return E.right(undefined)
  const isPicture = [SHUFFLED, RESTORED].some((name) => resolve(out, name) === resolve(path))
  return isPicture
    ? E.left({ _tag: 'BadArgument', argument: '--timeline', given: path, allowed: 'a path that no picture has' })
    : checkFolder(dirname(path), picture, [basename(path)])
}

const prepare = (request: Request, opencl: OpenCL): E.Either<Failure, Job> =>
  pipe(
    E.Do,
    E.bind('device', () => findDevice(opencl)),
    E.bind('picture', ({ device }) => loadPicture(request.picture, device)),
    E.bind('moves', ({ picture }) => planMoves(picture, request)),
    E.tap(() => checkFolder(request.out, request.picture, [SHUFFLED, RESTORED])),
    E.tap(() => checkTimeline(request)),
    E.map((parts) => ({ ...parts, opencl, tile: request.tile })),
  )

const collect = (results: Results, progress: Progress): Results => {
  switch (progress._tag) {
    case 'TileMoved':
      return results
    case 'Shuffled':
      return { ...results, shuffled: progress.bytes }
    case 'Restored':
      return { ...results, restored: progress.bytes }
  }
}

const carryOut = (
  job: Job & Pick<ShuffleJob, 'watch'>,
  meter: Meter,
  stop$: BehaviorSubject<number>,
): Promise<E.Either<Failure, Results>> =>
  lastValueFrom(
    shufflePicture(job.opencl, job.device, meter, job).pipe(
      takeUntil(stop$.pipe(filter((exitCode) => exitCode !== 0))),
      showProgress(2 * job.moves.length, (step) => E.isRight(step) && step.right._tag === 'TileMoved'),
      reduce(
        (results: E.Either<Failure, Results>, step) =>
          pipe(
            results,
            E.flatMap((before) =>
              pipe(
                step,
                E.bimap(
                  (error): Failure => ({ _tag: 'CommandFailed', error }),
                  (progress) => collect(before, progress),
                ),
              ),
            ),
          ),
        E.right({}),
      ),
    ),
  )

const picturesOf = ({ picture }: Job, folder: string, results: Required<Results>): readonly NewFile[] => [
  { folder, name: SHUFFLED, bytes: encodePng({ ...picture, bytes: results.shuffled }) },
  { folder, name: RESTORED, bytes: encodePng({ ...picture, bytes: results.restored }) },
]

const pageOf = (seen: Timeline | undefined, path: string | undefined): readonly NewFile[] => {
  if (seen === undefined || path === undefined) return []
  const page = timelinePage(seen.entries(), { title: 'Shuffled and restored', dropped: seen.dropped })
  return [{ folder: dirname(path), name: basename(path), bytes: Buffer.from(page) }]
}

const conclude = (job: Job, results: Required<Results>, files: readonly NewFile[], measures: string): Answer => {
  const { picture } = job
  const { restored } = results
  return pipe(
    saveTogether(files),
    E.match(refuse, (paths) => {
      const isEqual = Buffer.compare(picture.bytes, restored) === 0
      const verdict = `restored ${isEqual ? 'equals' : 'DIFFERS FROM'} the original, compared byte for byte`
      const size = `${picture.bytes.byteLength} bytes, ${job.moves.length} tiles`
      const stdout = [measures, ...paths.map((path) => `wrote ${path}`), `${verdict} (${size})`, ''].join('\n')
      return { exitCode: isEqual ? 0 : 1, stdout, stderr: '' }
    }),
  )
}

/**
 * The whole program but for its streams. `stop$` holds 0 until the program is to end early, then the exit code for that.
 */
export const run = async (
  args: readonly string[],
  version: string,
  stop$: BehaviorSubject<number>,
): Promise<Answer> => {
  const line = readCommandLine(args, version)
  if (E.isLeft(line)) return refuse(line.left)
  if (line.right._tag === 'Show') return { exitCode: 0, stdout: line.right.text, stderr: '' }
  const { request } = line.right
  const opencl = await openBackend(request.backend)
  const job = pipe(
    opencl,
    E.flatMap((found) => prepare(request, found)),
  )
  if (E.isLeft(job)) return refuse(job.left)
  const meter = createMeter()
  let seen: Timeline | undefined
  const watch: ShuffleJob['watch'] = (context) => {
    if (request.timeline !== undefined) seen = timeline(context)
  }
  const begin = performance.now()
  const results = await carryOut({ ...job.right, watch }, meter, stop$)
  const measures = reportMeasures(meter.measures(), performance.now() - begin)
  if (E.isLeft(results)) return refuse(results.left)
  const { shuffled, restored } = results.right
  if (shuffled === undefined || restored === undefined)
    return { exitCode: stop$.value, stdout: '', stderr: 'interrupted; nothing was written\n' }
  const files = [...picturesOf(job.right, request.out, { shuffled, restored }), ...pageOf(seen, request.timeline)]
  return conclude(job.right, { shuffled, restored }, files, measures)
}
