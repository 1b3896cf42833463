import { emulator } from '@rxcl/backend-emu'
import {
  completed,
  copyBuffer,
  copyImageToBuffer,
  createOpenCL,
  enqueue,
  Command,
  fillBuffer,
  Flow,
  readBuffer,
  ready,
  RGBA8,
  timeline,
  writeImage,
  type Timeline,
} from '@rxcl/core'
import { getOrElseW, type Either } from 'fp-ts/lib/Either.js'
import { concatMap, firstValueFrom, lastValueFrom, merge, range, toArray } from 'rxjs'

const made = <E, A>(either: Either<E, A>): A =>
  getOrElseW((error: E): never => {
    throw new Error(JSON.stringify(error))
  })(either)

const SIDE = 512
const SIZE = SIDE * SIDE * 4

/** The name of a queue that would end the script it is written into. */
export const HOSTILE_NAME = '</script><script>document.title = "taken"</script>'

/** A timeline with all that its page can show: frames over three queues, a hazard, a failure, a command that hangs. */
export const recordTimeline = async (): Promise<Timeline> => {
  const context = made(createOpenCL(emulator()).createContext())
  const upload = made(context.createCommandQueue({ profiling: true }))
  const work = made(context.createCommandQueue({ profiling: true, outOfOrder: true }))
  const download = made(context.createCommandQueue())
  const slots = [0, 1].map(() => ({
    image: made(context.createImage({ type: '2D', format: RGBA8, width: SIDE, height: SIDE })),
    buffer: made(context.createBuffer({ size: SIZE })),
    copy: made(context.createBuffer({ size: SIZE })),
  }))
  const seen = timeline(context, { names: { upload, work, [HOSTILE_NAME]: download } })
  const frame = (index: number) => {
    const { image, buffer, copy } = slots[index % 2] as (typeof slots)[number]
    const filled$ = ready(copy).pipe(fillBuffer(work, Uint8Array.of(index, 0, 0, 0)))
    const cut$ = Flow.right(new Uint8Array(SIZE)).pipe(writeImage(upload, image), copyImageToBuffer(work, buffer))
    return merge(filled$, cut$.pipe(copyBuffer(work, copy), readBuffer(download)))
  }
  await lastValueFrom(range(0, 6).pipe(concatMap(frame), toArray()))
  const broken = made(context.createUserEvent())
  const failed = lastValueFrom(enqueue(work, Command.marker(), { waitFor: [broken] }).pipe(completed(), toArray()))
  setTimeout(() => broken.fail(-5), 5)
  await failed
  const open = made(context.createUserEvent())
  await firstValueFrom(enqueue(work, Command.marker(), { waitFor: [open] }))
  return seen
}
