import * as E from 'fp-ts/lib/Either.js'
import { defer, Observable, of, type Subscriber } from 'rxjs'
import { refusal } from '../../model/cl-error.ts'
import type { Flow } from '../flow-types.ts'
import { isLeftValue } from '../input-value.ts'
import { frameOptionsFault, type FrameOptions, type OptionError } from './frame-options.ts'
import { openFrames, type FrameReader } from './frame-reader.ts'
import type { FrameOf, FrameSource, LeftOf } from './frame-source.ts'
import { FrameWindow } from './frame-window.ts'

type Emission = E.Either<unknown, unknown>

const isLater = <T>(answer: T | PromiseLike<T>): answer is PromiseLike<T> =>
  typeof (answer as { readonly then?: unknown } | null)?.then === 'function'

const rightOf = (frame: unknown): unknown => {
  const { _tag: tag, right } = (frame ?? {}) as { readonly _tag?: unknown; readonly right?: unknown }
  return tag === 'Right' ? right : frame
}

/** One subscription of a pull. */
class Pull {
  readonly #subscriber: Subscriber<Emission>
  readonly #reader: FrameReader
  readonly #project: (frame: never, index: number) => Observable<Emission>
  readonly #inFlight: number
  readonly #window: FrameWindow<Emission>
  #index = 0
  #isAsking = false
  #isRunning = false
  #isAtEnd = false

  constructor(
    subscriber: Subscriber<Emission>,
    reader: FrameReader,
    project: (frame: never, index: number) => Observable<Emission>,
    { inFlight, order }: FrameOptions,
  ) {
    this.#subscriber = subscriber
    this.#reader = reader
    this.#project = project
    this.#inFlight = inFlight
    this.#window = new FrameWindow(subscriber, order, this.run)
    subscriber.add(() => this.#close())
  }

  /** Asks for frames while there is room. A loop: of frames that are there and done at once there may be very many. */
  readonly run = (): void => {
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      while (this.#hasRoom) {
        const answer = this.#reader.next()
        if (isLater(answer)) {
          this.#isAsking = true
          answer.then(this.#resume).then(undefined, this.#fail)
        } else this.#take(answer)
      }
    } catch (defect) {
      this.#fail(defect)
    } finally {
      this.#isRunning = false
    }
    if (this.#isAtEnd && this.#window.isEmpty) this.#subscriber.complete()
  }

  get #hasRoom(): boolean {
    return !this.#subscriber.closed && !this.#isAtEnd && !this.#isAsking && this.#window.size < this.#inFlight
  }

  readonly #resume = (answer: IteratorResult<unknown, unknown>): void => {
    this.#isAsking = false
    if (this.#subscriber.closed) return
    this.#take(answer)
    this.run()
  }

  #take(answer: IteratorResult<unknown, unknown>): void {
    if (answer.done === true) {
      this.#isAtEnd = true
      return
    }
    const frame = answer.value
    const index = this.#index
    this.#index += 1
    if (isLeftValue(frame)) this.#window.pass([frame as Emission])
    // Inside defer, what `project` throws is a defect of this flow.
    else
      this.#window.start(
        this.#window.reserve(),
        defer(() => this.#project(rightOf(frame) as never, index)),
      )
  }

  /** The source has thrown: it has ended. */
  readonly #fail = (defect: unknown): void => {
    this.#isAtEnd = true
    this.#subscriber.error(defect)
  }

  /** Nobody listens any more. What closing throws goes where RxJS puts errors that come after the end. */
  #close(): void {
    if (this.#isAtEnd) return
    this.#isAtEnd = true
    try {
      const closed = this.#reader.close()
      if (isLater(closed)) closed.then(undefined, this.#fail)
    } catch (defect) {
      this.#fail(defect)
    }
  }
}

/**
 * Emits what the frames' flows emit. Asks `frames` for the next frame only while fewer than `inFlight` are in flight, so
 * that a source faster than the device waits. `project` makes the flow of a frame; `index` counts every frame from 0. A
 * frame is in flight until its flow has completed, which for a flow of commands is when they have settled. Results come
 * in the order of frames, or of completion if asked; completes when the source has ended and every flow has completed.
 *
 * Unsubscribing asks for no more, closes the iterator (`return`, which ends a Node Readable or a Web stream too), and
 * unsubscribes the frames in flight: their enqueued commands still run.
 *
 * Left: those of the frames' flows; a Left that `frames` yields, in its place, while of a Right the value is the frame;
 * CL_INVALID_VALUE, alone, for options out of range or `frames` that cannot be read. What the source or `project` throws
 * is a defect: the error of the flow.
 */
export const pull = <T, E1, B>(
  frames: FrameSource<T>,
  project: (frame: FrameOf<T>, index: number) => Flow<E1, B>,
  options: FrameOptions,
): Flow<E1 | LeftOf<T> | OptionError, B> =>
  defer(() => {
    const fault = frameOptionsFault('pull', options)
    if (fault !== undefined) return of(E.left(fault))
    return new Observable<Emission>((subscriber) => {
      const reader = openFrames(frames)
      if (reader === undefined) {
        const what = `frames must be an iterable, an async iterable or a ReadableStream; given: ${typeof frames}.`
        subscriber.next(E.left(refusal('CL_INVALID_VALUE', 'pull', 'frames', what)))
        subscriber.complete()
        return
      }
      new Pull(subscriber, reader, project, options).run()
    })
  }) as Flow<E1 | LeftOf<T> | OptionError, B>
