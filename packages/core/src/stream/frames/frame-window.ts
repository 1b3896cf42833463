import { takeWhile, type Observable, type Subscriber } from 'rxjs'
import { currentDemand, withDemand, type Demand } from './demand.ts'
import { Fifo } from './fifo.ts'
import type { FrameOrder } from './frame-options.ts'

/** Where a frame's results stand in the order. */
export interface Position<T> {
  /** Results that wait for an earlier frame's. */
  held: Iterable<T>
  isDone: boolean
  /** Whether the frame is one of those in flight. */
  hasPlace: boolean
}

/**
 * The frames in flight and, in the order of the source, the results that wait for an earlier frame. RxJS's mergeMap
 * bounds what it subscribes but keeps no order, and its concatMap keeps the order but subscribes one at a time.
 */
export class FrameWindow<T> {
  readonly #subscriber: Subscriber<T>
  readonly #inOrder: boolean
  readonly #freed: () => void
  readonly #demand: Demand | undefined = currentDemand()
  /** From the frame whose results go out at once; used for the order of the source only. */
  readonly #line = new Fifo<Position<T>>()
  #places = 0
  #isSending = false

  /** `freed` is called each time that a frame, or what passed, is out with its results. */
  constructor(subscriber: Subscriber<T>, order: FrameOrder | undefined, freed: () => void) {
    this.#subscriber = subscriber
    this.#inOrder = order !== 'completion'
    this.#freed = freed
  }

  /** Frames in flight. */
  get size(): number {
    return this.#places
  }

  get isEmpty(): boolean {
    return this.#places === 0 && this.#line.length === 0
  }

  /** A position for a frame that is not started yet, or never will be. */
  reserve(): Position<T> {
    return this.#join({ held: [], isDone: false, hasPlace: false })
  }

  /** Whether nothing has come after a position that still waits. */
  isLast(position: Position<T>): boolean {
    return this.#line.last() === position
  }

  /** Subscribes a frame's flow. */
  start(position: Position<T>, flow: Observable<T>): void {
    const subscriber = this.#subscriber
    position.hasPlace = true
    this.#places += 1
    // A flow that emits without end in one go is left as soon as nobody listens.
    const frame$ = flow.pipe(takeWhile(() => !subscriber.closed))
    const observer = {
      next: (value: T) => this.#tell(position, value),
      error: (defect: unknown) => subscriber.error(defect),
      complete: () => this.#end(position),
    }
    // The reader of the results is no reader of what flows within the frame emit.
    subscriber.add(withDemand(undefined, () => frame$.subscribe(observer)))
  }

  /** What needs no work: it waits for its turn only. Answers its position, should it wait. */
  pass(values: Iterable<T>): Position<T> {
    const position = this.#join({ held: values, isDone: true, hasPlace: false })
    this.#send()
    return position
  }

  /** Gives up a position that was reserved. */
  cancel(position: Position<T>): void {
    this.#end(position)
  }

  #join(position: Position<T>): Position<T> {
    if (this.#inOrder) this.#line.push(position)
    else for (const value of position.held) this.#subscriber.next(value)
    return position
  }

  #tell(position: Position<T>, value: T): void {
    if (!this.#inOrder || (this.#line.first() === position && !this.#isSending)) this.#subscriber.next(value)
    else (position.held as T[]).push(value)
  }

  #end(position: Position<T>): void {
    position.isDone = true
    if (this.#inOrder) this.#send()
    else this.#leave(position)
  }

  /** Emits what the first frames hold. What they emit meanwhile joins what they hold. */
  #send(): void {
    if (this.#isSending) return
    this.#isSending = true
    for (let first = this.#line.first(); first !== undefined; first = this.#line.first()) {
      for (const value of first.held) this.#subscriber.next(value)
      first.held = []
      if (!first.isDone) break
      this.#line.shift()
      this.#leave(first)
    }
    this.#isSending = false
  }

  #leave(position: Position<T>): void {
    if (!position.hasPlace) this.#freed()
    else if (this.#demand === undefined) this.#free()
    else this.#demand.after(this.#free)
  }

  readonly #free = (): void => {
    this.#places -= 1
    this.#freed()
  }
}
