import * as E from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { defer, Observable, takeWhile, type Subscriber } from 'rxjs'
import { refusal, type ClError } from '../../model/cl-error.ts'
import { DISPOSE } from '../../model/dispose-symbol.ts'
import type { Resource } from '../../model/resource.ts'
import type { Flow } from '../flow-types.ts'
import { isCount, type OptionError } from './frame-options.ts'
import { disposeSlot, resourcesOf } from './slot-parts.ts'
import { SlotPool } from './slot-pool.ts'
import { whenUnused } from './when-unused.ts'

/** What a frame gets that wants a slot of a released ring. */
export type RingError = ClError<'CL_INVALID_OPERATION'>

/** Resources that frames use in turn. */
export interface Ring<R> extends Disposable {
  readonly slots: readonly R[]
  /**
   * A `project` for pull and bounded whose frames have a slot each. A frame takes the free slot that was used longest
   * ago, and waits for one if there is none, in the order of frames; with as many slots as frames in flight none waits.
   * The slot is free again when the frame's flow has completed and every command that uses its buffers, images or
   * shared virtual memory has settled, also where the flow was unsubscribed or failed before.
   *
   * Left: those of `project`; CL_INVALID_OPERATION once the ring is released.
   */
  use<A, E1, B>(
    project: (slot: R, frame: A, index: number) => Flow<E1, B>,
  ): (frame: A, index: number) => Flow<E1 | RingError, B>
  /** Releases what is in the slots, and gives a Left to frames that wait for one. Commands already enqueued still run. */
  release(): void
}

interface Slot<R> {
  readonly value: R
  readonly resources: readonly Resource[]
}

const RELEASED = E.left(refusal('CL_INVALID_OPERATION', 'ring', 'slot', 'The ring is released.'))

class SlotRing<R> implements Ring<R> {
  readonly slots: readonly R[]
  readonly #pool: SlotPool<Slot<R>>

  constructor(slots: readonly R[]) {
    this.slots = slots
    this.#pool = new SlotPool(slots.map((value) => ({ value, resources: resourcesOf(value) })))
  }

  use<A, E1, B>(project: (slot: R, frame: A, index: number) => Flow<E1, B>) {
    return (frame: A, index: number): Flow<E1 | RingError, B> =>
      new Observable<Either<E1 | RingError, B>>((subscriber) =>
        this.#pool.take((slot) => {
          if (slot !== undefined) return this.#run(slot, () => project(slot.value, frame, index), subscriber)
          subscriber.next(RELEASED)
          subscriber.complete()
        }),
      )
  }

  release(): void {
    this.#pool.close()
    for (const slot of this.slots.toReversed()) disposeSlot(slot)
  }

  [DISPOSE](): void {
    this.release()
  }

  #run<T>(slot: Slot<R>, flow: () => Observable<T>, subscriber: Subscriber<T>): void {
    let isBack = false
    const giveBack = (): void => {
      if (isBack) return
      isBack = true
      whenUnused(slot.resources, () => this.#pool.giveBack(slot))
    }
    const frame = defer(flow)
      .pipe(takeWhile(() => !subscriber.closed))
      .subscribe({
        next: (value) => subscriber.next(value),
        error: (defect: unknown) => subscriber.error(defect),
        complete: () => {
          // Before the end is told: who then brings the next frame finds the slot free.
          giveBack()
          subscriber.complete()
        },
      })
    subscriber.add(frame)
    // After the frame has been unsubscribed: from then on it enqueues nothing.
    subscriber.add(giveBack)
  }
}

/**
 * `n` slots, each what `make` gives for its index: a buffer, an image, or a record or list of such. Neighbouring frames
 * then have memory of their own, so that one can be written while another is read. Release the ring, or its context.
 *
 * Left: the first of `make`, after those made before were released; CL_INVALID_VALUE unless `n` is a whole number from 1.
 */
export const ring = <E1, R>(n: number, make: (index: number) => Either<E1, R>): Either<E1 | OptionError, Ring<R>> => {
  if (!isCount(n, 1))
    return E.left(refusal('CL_INVALID_VALUE', 'ring', 'n', `n must be a whole number from 1; given: ${String(n)}.`))
  const slots: R[] = []
  for (let index = 0; index < n; index += 1) {
    const made = make(index)
    if (E.isLeft(made)) {
      for (const slot of slots.toReversed()) disposeSlot(slot)
      return made
    }
    slots.push(made.right)
  }
  return E.right(new SlotRing(slots))
}
