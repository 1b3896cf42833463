import type { BufferObject } from '../../model/buffer.ts'
import type { ImageObject } from '../../model/image.ts'
import type { QueueObject } from '../../model/queue.ts'
import type { StridedBox } from '../../model/strided-box.ts'
import type { SvmObject } from '../../model/svm.ts'
import type { CommandEvent } from '../command-event.ts'
import type { AccessVisitor } from './access-visitor.ts'
import { HostAliases } from './host-aliases.ts'
import type { Hazards } from './hazards.ts'

/**
 * What ordering and reporting have in common: while a context has had a single queue and that is in-order, nothing is
 * looked at.
 */
export abstract class Tracking implements Hazards, AccessVisitor {
  readonly #aliases = new HostAliases()
  #queues = 0
  #isTracking = false
  #event: CommandEvent | undefined = undefined

  addQueue(queue: QueueObject, unsettled: () => readonly CommandEvent[]): void {
    this.#queues += 1
    if (this.#isTracking || (this.#queues === 1 && !queue.outOfOrder)) return
    this.#isTracking = true
    for (const event of unsettled().toSorted((a, b) => a.id - b.id)) this.enter(event)
  }

  alias(bytes: Uint8Array, allocation: SvmObject, offset: number): void {
    this.#aliases.addView(bytes, allocation, offset)
  }

  addMemory(object: BufferObject | ImageObject): void {
    this.#aliases.addObject(object)
  }

  enter(event: CommandEvent): void {
    if (!this.#isTracking) return
    this.#event = event
    this.entered(event)
    this.#event = undefined
  }

  leave(event: CommandEvent, hasFailed: boolean): void {
    if (this.#isTracking) this.left(event, hasFailed)
  }

  read(box: StridedBox): void {
    this.#touch(box, false)
  }

  write(box: StridedBox): void {
    this.#touch(box, true)
  }

  abstract tell(): void
  protected abstract entered(event: CommandEvent): void
  protected abstract left(event: CommandEvent, hasFailed: boolean): void
  protected abstract touched(event: CommandEvent, box: StridedBox, isWrite: boolean): void

  #touch(box: StridedBox, isWrite: boolean): void {
    if (box.rowBytes === 0 || this.#event === undefined) return
    this.touched(this.#event, this.#aliases.resolve(box), isWrite)
  }
}
