import type { StridedBox } from '../../model/strided-box.ts'
import type { CommandEvent } from '../command-event.ts'
import { eachAccess } from './accesses.ts'
import { AddedWaits } from './added-waits.ts'
import { LiveAccesses } from './live-accesses.ts'
import { Tracking } from './tracking.ts'

/** Lets each command wait for the earlier ones that touch the same bytes, one of the two to write. */
export class HazardOrder extends Tracking {
  readonly #live = new LiveAccesses()
  readonly #waits = new AddedWaits()

  tell(): void {}

  protected entered(event: CommandEvent): void {
    const { valid } = event
    if (valid === undefined) return
    this.#waits.begin(event)
    eachAccess(valid, this)
    event.alsoWaitFor(this.#waits.end())
    if (valid._tag === 'Barrier' && !valid.hasWaitList) this.#waits.addBarrier(event)
  }

  protected left(event: CommandEvent, hasFailed: boolean): void {
    this.#live.leave(event, hasFailed)
    if (event.command === 'Barrier') this.#waits.removeBarrier(event)
  }

  protected touched(event: CommandEvent, box: StridedBox, isWrite: boolean): void {
    const access = this.#live.begin(event, box, isWrite)
    const found = this.#live.findConflicts(access)
    for (let index = 0; index < found.size; index += 1) {
      const earlier = found.at(index)
      this.#waits.add(earlier.event)
      if (isWrite && access.covers(earlier)) this.#live.replace(earlier, access)
    }
    found.clear()
    this.#live.add(access)
  }
}
