import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { defer, Observable, of, takeWhile, type Observer, type Subscriber } from 'rxjs'
import { refusal } from '../../model/cl-error.ts'
import type { Flow } from '../flow-types.ts'
import { frameOptionsFault, type FrameOptions, type OptionError } from './frame-options.ts'
import { FrameWindow, type Position } from './frame-window.ts'
import { OverflowRun, type Overflow } from './overflow.ts'

/** What happens to a frame that finds no room. */
export type OverflowRule = 'dropNewest' | 'keepLatest' | 'fail'

/** How many frames are worked on at once, and what happens to the rest. */
export interface BoundedOptions<A, O extends OverflowRule> extends FrameOptions {
  /**
   * 'dropNewest': it is left out. 'keepLatest': it waits for room until a newer frame takes its place; at most one
   * waits. 'fail': it gives a Left, Overflow.
   */
  readonly overflow: O
  /** Called for each frame that is left out, as soon as that is known: to count it, or to close what it holds. */
  readonly onDrop?: (frame: A, index: number) => void
}

type Emission = Either<unknown, unknown>

interface Waiting<A> {
  readonly frame: A
  readonly index: number
  readonly position: Position<Emission>
}

const RULES: ReadonlySet<unknown> = new Set(['dropNewest', 'keepLatest', 'fail'])

/** One subscription of a bounded flow. */
class Bounded<A> implements Observer<Either<unknown, A>> {
  readonly #subscriber: Subscriber<Emission>
  readonly #project: (frame: A, index: number) => Observable<Emission>
  readonly #options: BoundedOptions<A, OverflowRule>
  readonly #window: FrameWindow<Emission>
  #index = 0
  #waiting: Waiting<A> | undefined = undefined
  /** The Overflows that are still held, to which the next may be added. */
  #run: { readonly overflows: OverflowRun; readonly position: Position<Emission> } | undefined = undefined
  #isSourceComplete = false

  constructor(
    subscriber: Subscriber<Emission>,
    project: (frame: A, index: number) => Observable<Emission>,
    options: BoundedOptions<A, OverflowRule>,
  ) {
    this.#subscriber = subscriber
    this.#project = project
    this.#options = options
    this.#window = new FrameWindow(subscriber, options.order, () => this.#goOn())
    subscriber.add(() => this.#leave())
  }

  next(either: Either<unknown, A>): void {
    const index = this.#index
    this.#index += 1
    if (E.isLeft(either)) this.#window.pass([either])
    else if (this.#window.size < this.#options.inFlight) this.#start(either.right, index, this.#window.reserve())
    else this.#overflow(either.right, index)
  }

  error(defect: unknown): void {
    this.#subscriber.error(defect)
  }

  complete(): void {
    this.#isSourceComplete = true
    this.#goOn()
  }

  #overflow(frame: A, index: number): void {
    switch (this.#options.overflow) {
      case 'dropNewest':
        this.#drop(frame, index)
        return
      case 'keepLatest': {
        const older = this.#waiting
        this.#waiting = { frame, index, position: this.#window.reserve() }
        if (older === undefined) return
        this.#window.cancel(older.position)
        this.#drop(older.frame, older.index)
        return
      }
      case 'fail':
        if (this.#run !== undefined && this.#window.isLast(this.#run.position)) this.#run.overflows.grow()
        else {
          const overflows = new OverflowRun(index, this.#options.inFlight)
          this.#run = { overflows, position: this.#window.pass(overflows) }
        }
    }
  }

  #start(frame: A, index: number, position: Position<Emission>): void {
    this.#window.start(
      position,
      defer(() => this.#project(frame, index)),
    )
  }

  #drop(frame: A, index: number): void {
    try {
      this.#options.onDrop?.(frame, index)
    } catch (defect) {
      this.#subscriber.error(defect)
    }
  }

  /** Nobody listens any more: the frame that waits will find no room. */
  #leave(): void {
    const last = this.#waiting
    this.#waiting = undefined
    if (last !== undefined) this.#drop(last.frame, last.index)
  }

  /** A place is free, or the source has ended. */
  #goOn(): void {
    if (this.#subscriber.closed) return
    const next = this.#waiting
    if (next !== undefined && this.#window.size < this.#options.inFlight) {
      this.#waiting = undefined
      this.#start(next.frame, next.index, next.position)
    }
    if (this.#isSourceComplete && this.#window.isEmpty && this.#waiting === undefined) this.#subscriber.complete()
  }
}

const faultOf = (options: BoundedOptions<never, OverflowRule>): OptionError | undefined => {
  const overflow: unknown = (options as Partial<typeof options> | undefined)?.overflow
  const fault = frameOptionsFault('bounded', options)
  if (fault !== undefined || RULES.has(overflow)) return fault
  const what = `overflow must be 'dropNewest', 'keepLatest' or 'fail'; given: ${String(overflow)}.`
  return refusal('CL_INVALID_VALUE', 'bounded', 'overflow', what)
}

/**
 * Emits what the frames' flows emit, of at most `inFlight` frames at once, from a source that does not wait, such as a
 * camera. `project` makes the flow of a frame; `index` counts every value of the source from 0, Lefts and dropped
 * frames too. A frame is in flight until its flow has completed. `overflow` says what becomes of a frame that finds no
 * room. Results come in the order of frames, or of completion if asked; completes when the source has and every flow.
 *
 * Left: a Left of the source, in its place, never dropped; those of the frames' flows; with 'fail' an Overflow, in its
 * place, for each frame that found no room; CL_INVALID_VALUE, alone, for options out of range. What `project` throws
 * is a defect: the error of the flow.
 */
export const bounded =
  <A, E2, B, const O extends OverflowRule>(
    project: (frame: A, index: number) => Flow<E2, B>,
    options: BoundedOptions<A, O>,
  ): (<E1>(flow: Flow<E1, A>) => Flow<E1 | E2 | OptionError | (O extends 'fail' ? Overflow : never), B>) =>
  <E1>(flow: Flow<E1, A>) =>
    defer(() => {
      const fault = faultOf(options)
      if (fault !== undefined) return of(E.left(fault))
      return new Observable<Emission>((subscriber) => {
        const frames$ = flow.pipe(takeWhile(() => !subscriber.closed))
        subscriber.add(frames$.subscribe(new Bounded(subscriber, project, options)))
      })
    }) as Flow<E1 | E2 | OptionError | (O extends 'fail' ? Overflow : never), B>
